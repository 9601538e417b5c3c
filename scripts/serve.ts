import { run } from "../src/command/run.ts";
import { runServe } from "../src/command/serve.ts";

await run(runServe);
