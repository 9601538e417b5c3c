import { runDoctor } from "../src/command/doctor.ts";
import { run } from "../src/command/run.ts";

await run(runDoctor);
