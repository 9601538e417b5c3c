import { argv, cwd, env } from "node:process";
import { runCheck } from "../src/command/check.ts";
import { run } from "../src/command/flags/run.ts";
import { SAMPLE } from "../src/command/flags/setting.ts";

await run(runCheck, argv.slice(2), { sample: SAMPLE, folder: cwd(), environment: env });
