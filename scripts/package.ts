import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, cwd } from "node:process";
import { runNpm } from "./package/run-npm.ts";
import { stagePackage } from "./package/stage.ts";

// `npm run package -- [flags]`: packs what was laid out elsewhere, so that the repository holds nothing that
// was built, and two can be packed at once. The flags are those of `npm pack`.
const folder = mkdtempSync(join(tmpdir(), "feedwright-package-"));
try {
  await stagePackage(folder);
  runNpm(["pack", folder, ...argv.slice(2)], cwd());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
