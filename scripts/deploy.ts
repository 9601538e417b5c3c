import { startCommand } from "./start-command.ts";

await startCommand(async () => (await import("../src/command/deploy.ts")).runDeploy);
