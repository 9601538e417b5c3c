import { rmSync } from "node:fs";
import { SHRINKWRAP } from "./package/paths.ts";

rmSync(SHRINKWRAP);
