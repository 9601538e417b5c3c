import { run } from "../src/command/run.ts";
import { runStart } from "../src/command/start.ts";

await run(runStart);
