import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT } from "./package/built.ts";
import { stagePackage } from "./package/stage.ts";

// `npm pack` runs this first, and `postpack` last: what is built stands in the repository only meanwhile.
// `npm run package` leaves it out of the repository altogether, and can run twice at once.
const folder = mkdtempSync(join(tmpdir(), "feedwright-package-"));
try {
  await stagePackage(folder);
  for (const { name, place } of BUILT) {
    rmSync(place, { recursive: true, force: true });
    cpSync(join(folder, name), place, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
