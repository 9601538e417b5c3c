import { runCheck } from "../src/command/check.ts";
import { run } from "../src/command/run.ts";

await run(runCheck);
