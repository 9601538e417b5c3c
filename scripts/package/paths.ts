import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What is built for the package. */
export const DIST = join(ROOT, "dist");

/** What npm holds an installed package to. In the repository it would stand in for the lock file. */
export const SHRINKWRAP = join(ROOT, "npm-shrinkwrap.json");
