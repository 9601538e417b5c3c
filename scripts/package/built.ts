import { join } from "node:path";
import { ROOT } from "./root.ts";

/** What `npm pack` needs in the repository for as long as it packs. */
export const BUILT = ["dist", "npm-shrinkwrap.json"].map((name) => ({ name, place: join(ROOT, name) }));
