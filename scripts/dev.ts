import { startCommand } from "./start-command.ts";

await startCommand(async () => (await import("../src/dev/run-dev.ts")).runDev);
