import { runDev } from "../src/command/dev.ts";
import { run } from "../src/command/run.ts";

await run(runDev);
