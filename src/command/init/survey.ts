import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { openFolder } from "../../folder/open-folder.ts";
import { isArticlePath } from "../../source/parse-article.ts";
import { Refusal } from "../reports/refusal.ts";
import { plural, problemLines } from "../reports/report.ts";
import type { Manifest } from "./manifest.ts";
import { parseManifest, takenScripts } from "./manifest.ts";
import { CONTENT_FOLDER, SITE_FILES } from "./site-files.ts";

/** What lies in a folder that is to become a site. */
export interface Survey {
  /** What its content/site.toml says; null where there is none. */
  readonly site: Site | null;
  readonly hasArticles: boolean;
  /** Its package.json. */
  readonly manifest: Manifest | null;
}

/** What may lie in a folder that nobody named. */
const HARMLESS =
  /^(?:\..*|content|vendor|node_modules|package(?:-lock)?\.json|.*\.tgz|(?:readme|licen[cs]e|changelog|contributing|notice)(?:\..*)?)$/i;

/** Texts about a repository. */
const PAPERS = /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|notice|authors)\b/i;

/**
 * Looks at what lies in a folder, which need not be there. Throws `Refusal` where a site in it would
 * write over something, or would not be what its owner wants. `isNamed` says that the owner named it.
 */
export function surveyFolder(folder: string, { isNamed }: { readonly isNamed: boolean }): Survey {
  const names = namesIn(folder);
  const content = names.includes(CONTENT_FOLDER) ? openContent(join(folder, CONTENT_FOLDER)) : null;
  const hasArticles = content !== null && content.sources.length > 0;
  refuseOverwriting(folder);
  const manifestFile = join(folder, "package.json");
  const manifest = existsSync(manifestFile) ? parseManifest(readFileSync(manifestFile, "utf8")) : null;
  const taken = manifest === null ? [] : takenScripts(manifest);
  if (taken.length > 0) {
    throw new Refusal(
      `package.json already has scripts that a site needs the names of: ${taken.join(", ")}; rename them, or name another folder`,
    );
  }
  refuseSiteAround(folder, names);
  if (!hasArticles) refuseOtherArticles(folder, names);
  const others = names.filter((name) => !HARMLESS.test(name));
  if (!isNamed && !hasArticles && others.length > 0) {
    throw new Refusal(
      `this folder is not empty (${listed(others)}); name a new folder, or run "init ." to create the site here`,
    );
  }
  return { site: content?.site ?? null, hasArticles, manifest };
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isDirectory()) return readdirSync(folder).sort();
  throw new Refusal(`${folder} is a file; name a folder`);
}

function openContent(folder: string): { readonly site: Site | null; readonly sources: readonly string[] } {
  if (!statSync(folder).isDirectory()) throw new Refusal(`${folder} is a file; a site needs a folder there`);
  const { site, sources, problems } = openFolder(folder, { drafts: true });
  const errors = problems.filter(({ file, severity }) => file === SETTINGS_FILE && severity === "error");
  if (errors.length > 0) {
    const [first = ""] = problemLines(errors, process.stderr);
    throw new Refusal(`${CONTENT_FOLDER}/${first}`);
  }
  return { site: existsSync(join(folder, SETTINGS_FILE)) ? site : null, sources };
}

function refuseOverwriting(folder: string): void {
  const there = SITE_FILES.filter(
    ({ path, whenThere }) => whenThere === "refuse" && existsSync(join(folder, path)),
  ).map(({ path }) => path);
  if (there.length === 0) return;
  throw new Refusal(
    `it would overwrite ${listed(there)}; move ${there.length === 1 ? "it" : "them"} away, or name another folder`,
  );
}

/** A `site.toml` here is found before the one in content/. */
function refuseSiteAround(folder: string, names: readonly string[]): void {
  if (!names.includes(SETTINGS_FILE)) return;
  throw new Refusal(
    `${folder} itself has ${SETTINGS_FILE} and the articles beside it; a site keeps them in ${CONTENT_FOLDER}/. Move them there and run init again, or name another folder`,
  );
}

/** Articles that nobody put into content/: a site beside them would publish its examples instead. */
function refuseOtherArticles(folder: string, names: readonly string[]): void {
  const found = names.flatMap((name) => articlesAt(folder, name));
  if (found.length === 0) return;
  throw new Refusal(
    `this folder already has ${plural(found.length, "article")} (${listed(found)}); a site keeps its articles in ${CONTENT_FOLDER}/. Move them there and run init again, or name a new folder`,
  );
}

/** Articles of that name, or in the folder of that name. */
function articlesAt(folder: string, name: string): string[] {
  if (/^\./.test(name) || ["node_modules", "vendor", CONTENT_FOLDER].includes(name)) return [];
  const isArticle = (name: string) => isArticlePath(name) && !PAPERS.test(name);
  const path = join(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return isArticle(name) ? [name] : [];
  return readdirSync(path)
    .filter(isArticle)
    .map((inside) => `${name}/${inside}`);
}

/** The first few of many names. */
function listed(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, 3), names.length - 3];
  return more > 0
    ? `${shown.join(", ")} and ${more} more`
    : shown.join(", ").replace(/, ([^,]*)$/, " and $1");
}
