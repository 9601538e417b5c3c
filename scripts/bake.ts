import { run } from "../src/command/run.ts";
import { runBake } from "../src/command/run-bake.ts";

await run(runBake);
