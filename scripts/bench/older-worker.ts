import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The last commit whose worker knew no releases. */
const BEFORE_RELEASES = "880f578";

/** Its worker's entry, below the root of the repository; null where the clone does not go back so far. */
export function workerBeforeReleases(): string | null {
  const folder = "node_modules/.cache/bench-older-worker";
  const archive = spawnSync("git", ["archive", BEFORE_RELEASES, "src/worker", "src/representation"], {
    cwd: ROOT,
    maxBuffer: 2 ** 26,
  });
  if (archive.status !== 0) return null;
  mkdirSync(join(ROOT, folder), { recursive: true });
  const { status } = spawnSync("tar", ["-x", "-C", join(ROOT, folder)], { input: archive.stdout });
  return status === 0 ? `${folder}/src/worker/app.ts` : null;
}
