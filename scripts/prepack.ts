import { buildPackage } from "./package/build.ts";
import { DIST, ROOT, SHRINKWRAP } from "./package/paths.ts";
import { writeShrinkwrap } from "./package/shrinkwrap.ts";

// `npm pack` runs this first. What it writes to standard output would stand between npm's own.
await buildPackage(DIST);
writeShrinkwrap(ROOT, SHRINKWRAP);
