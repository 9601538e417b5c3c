import { run } from "../src/command/run.ts";
import { runVerify } from "../src/command/verify.ts";

await run(runVerify);
