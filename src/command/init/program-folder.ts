import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where this program lies: the repository, or the package that is installed. */
export const PROGRAM_FOLDER = dirname(fileURLToPath(new URL("../../../package.json", import.meta.url)));
