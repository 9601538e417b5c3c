import { runDeploy } from "../src/command/deploy.ts";
import { run } from "../src/command/run.ts";

await run(runDeploy);
