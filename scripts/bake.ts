import { runBake } from "../src/command/bake.ts";
import { run } from "../src/command/run.ts";

await run(runBake);
