import type { ProgramPattern } from "../evidence/program-patterns.ts";
import { programPatterns } from "../evidence/program-patterns.ts";
import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import { basePath } from "../evidence/proposed-setting.ts";
import type { NearbyText } from "../evidence/surroundings.ts";
import { shownName } from "../evidence/surroundings.ts";
import type { View } from "./rule.ts";
import { below, joined } from "./rule.ts";

/** A folder that gatsby-source-filesystem reads. */
const SOURCE = /\bpath:\s*[`"'](?:\$\{__dirname\}\/|\.\/)?([\w-][\w./-]*)[`"']/g;
/** Front matter that says the whole address, so that nothing has to make one. */
const ASKED =
  /frontmatter\??\.(?:path|permalink|url)\b|\{[^{}]*\b(?:path|permalink)\b[^{}]*\}\s*=\s*[\w.]*frontmatter/;

/**
 * Where Gatsby's own program puts articles, as its text tells: paths that it puts together, or
 * `createFilePath`. Where it tells neither, that is a guess, which says so.
 */
export function gatsbyAddresses(view: View): ProposedSetting[] {
  const programs = view.others.map(({ file }) => file).filter(isProgram);
  const written = programPatterns(programs);
  const isFound = written.some(({ pattern }) => pattern.includes("{path}"));
  const rules = [...written, ...(isFound ? [] : filePaths(programs))].toSorted(
    (a, b) => likelihood(a) - likelihood(b),
  );
  const folders = new Set(view.sources.flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
  const ofFolder = (rule: ProgramPattern) =>
    !rule.pattern.includes("{path}") && folders.has(firstFolder(rule.pattern));
  const own = rules.filter(ofFolder);
  const general = rules.find((rule) => !ofFolder(rule)) ?? null;
  const isAsked = programs.some(({ text }) => ASKED.test(text));
  const chosen = general ?? (own.length > 0 || isAsked ? null : guess(programs));
  const settings = chosen === null ? [] : placed(chosen, view);
  const isDated = [...own, ...(chosen ? [chosen] : [])].some(({ pattern }) => pattern.includes("{year}"));
  return [
    ...withFolders(settings, own, basePath(view.config.find("pathPrefix"))),
    ...(isDated && view.sources.some((path) => /(?:^|\/)\d{4}-\d{2}-\d{2}-/.test(path))
      ? [{ key: "date_from", value: "name", because: "the program takes the day from the name of a file" }]
      : []),
  ];
}

function isProgram({ name }: NearbyText): boolean {
  return /\.[cm]?[jt]sx?$/.test(name) && !/(?:^|\/)gatsby-config\./.test(name);
}

/** What all articles can have goes before what some front matter asks for. */
function likelihood({ pattern }: ProgramPattern): number {
  return ["{year}", "{path}", "{filename}", "{title}"].findIndex((one) => pattern.includes(one)) >>> 0;
}

/** `createFilePath` makes a path of where a file lies below its source. */
function filePaths(programs: readonly NearbyText[]): ProgramPattern[] {
  const maker = programs.find(({ text }) => text.includes("createFilePath("));
  if (maker === undefined) return [];
  const end = /trailingSlash:\s*false/.test(maker.text) ? "" : "/";
  return [{ pattern: `/{path}${end}`, because: `createFilePath in ${shownName(maker)}` }];
}

function guess(programs: readonly NearbyText[]): ProgramPattern {
  const maker = programs.find(({ name }) => /(?:^|\/)gatsby-node\./.test(name));
  const who = maker === undefined ? "a theme" : shownName(maker);
  return { pattern: "/{path}/", because: `a guess: ${who} works it out; compare some addresses` };
}

function firstFolder(pattern: string): string {
  return pattern.split("/")[1] ?? "";
}

/** A rule as a setting: where it holds a path, that counts from the folder on which Gatsby reads. */
function placed({ pattern, because }: ProgramPattern, { config, inside, sources }: View): ProposedSetting[] {
  const before = basePath(config.find("pathPrefix"));
  const permalink = (value: string): ProposedSetting[] => [
    { key: "permalink", value: joined(before, value), because },
  ];
  if (!pattern.includes("{path}")) return permalink(pattern);
  const roots = [...config.file.text.matchAll(SOURCE)].map(([, root = ""]) => root.replace(/\/+$/, ""));
  const around = roots.flatMap((root) => below(inside, root) ?? [])[0];
  if (around !== undefined || roots.length === 0)
    return permalink(pattern.replace("{path}", joined(around ?? "", "{path}").slice(1)));
  // Of a source inside the content folder the path would begin with its own name: only names are left.
  const inner = roots
    .flatMap((root) => below(root, inside) ?? [])
    .filter((folder) => isFlat(folder, sources));
  if (inner.length === 0) return [];
  const value = joined(before, pattern.replace("{path}", "{filename}"));
  return [{ key: "permalinks", value: Object.fromEntries(inner.map((folder) => [folder, value])), because }];
}

/** Whether a folder has articles, and none of them deeper than in a bundle. */
function isFlat(folder: string, sources: readonly string[]): boolean {
  const inside = sources.flatMap((path) =>
    path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
  );
  return inside.length > 0 && inside.every((path) => /^[^/]+(?:\/index)?\.\w+$/.test(path));
}

/** Settings with the patterns of folders that a program names at the beginning of a path. */
function withFolders(
  settings: readonly ProposedSetting[],
  own: readonly ProgramPattern[],
  before: string,
): ProposedSetting[] {
  const [first] = own;
  if (first === undefined) return [...settings];
  const rest = settings.filter(({ key }) => key !== "permalinks");
  // Of two for a folder the likelier one counts.
  const table = own
    .toReversed()
    .map(({ pattern }) => [firstFolder(pattern), joined(before, pattern)] as const);
  return [...rest, { key: "permalinks", value: Object.fromEntries(table), because: first.because }];
}
