import { startCommand } from "./start-command.ts";

await startCommand(async () => (await import("../src/command/ledger.ts")).runLedger);
