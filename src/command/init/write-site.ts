import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../reports/refusal.ts";
import type { Answers } from "./answers.ts";
import { siteManifest } from "./manifest.ts";
import { SITE_FILES, siteFileText } from "./site-files.ts";
import { siteName } from "./site-name.ts";
import type { Survey } from "./survey.ts";

/** What was done with the files of a site. */
export interface Written {
  readonly made: readonly string[];
  /** Those that were there before and say more now. */
  readonly extended: readonly string[];
  /** Those that were there before and serve as they are. */
  readonly kept: readonly string[];
  /** The tarball, from the folder of the site on, with slashes. */
  readonly tarball: string;
}

/**
 * Writes a site into a folder that was looked at, with the tarball that it is run by. No file is written
 * over. Throws `Refusal` before it writes anything.
 */
export function writeSite(
  folder: string,
  answers: Answers,
  { hasArticles, manifest }: Survey,
  tarball: string,
  today: string,
): Written {
  const vendored = `vendor/${basename(tarball)}`;
  const isVendored = existsSync(join(folder, vendored));
  if (isVendored && !readFileSync(join(folder, vendored)).equals(readFileSync(tarball))) {
    throw new Refusal(`it would overwrite ${vendored}, which differs; move it away`);
  }
  const files = SITE_FILES.filter(({ isExample }) => !(isExample && hasArticles));
  const kept = files.filter(({ path }) => existsSync(join(folder, path)));
  const missing = files.filter((file) => !kept.includes(file));
  for (const file of missing) writeNew(join(folder, file.path), siteFileText(file, answers, today));
  if (!isVendored) {
    mkdirSync(join(folder, "vendor"), { recursive: true });
    copyFileSync(tarball, join(folder, vendored));
  }
  const text = siteManifest(siteName(answers), vendored, manifest);
  writeFileSync(join(folder, "package.json"), text);
  return {
    made: [...missing.map(({ path }) => path), ...(manifest === null ? ["package.json"] : []), vendored],
    extended: manifest === null ? [] : ["package.json"],
    kept: kept.map(({ path }) => path),
    tarball: vendored,
  };
}

/** Writes a file that is not there. Throws where it has come meanwhile. */
function writeNew(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
}
