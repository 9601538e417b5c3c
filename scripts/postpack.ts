import { rmSync } from "node:fs";
import { BUILT } from "./package/built.ts";

for (const { place } of BUILT) rmSync(place, { recursive: true, force: true });
