import { runLedger } from "../src/command/ledger.ts";
import { run } from "../src/command/run.ts";

await run(runLedger);
