import { DATE_TOKENS, firstNamed, longestFolder, tokensOf } from "../../article/address-pattern.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { Source } from "../../article/source.ts";

/** Settings that change nothing in this folder, with what to do. */
export function idleSettings(site: Site, all: () => readonly Source[]): Problem[] {
  // Most sites have no setting that may be idle, and then nobody asks for the sources.
  if (!mayHaveIdle(site)) return [];
  const sources = all();
  if (sources.length === 0) return [];
  const told = [
    ...idleFolders(site, sources),
    ...idleNames(site, sources),
    ...idleCollections(site, sources),
    idleSlugs(site, sources),
    idleDate(site, sources),
    ...idleLanguages(site, sources),
  ];
  return told
    .filter((message) => message !== null)
    .map((message) => ({ file: SETTINGS_FILE, line: null, severity: "warning", message }));
}

function mayHaveIdle({ permalinks, habits, slugs, dateFrom, languages }: Site): boolean {
  const lists = [permalinks, habits.collections, languages];
  return lists.some((list) => list.length > 0) || slugs !== "slug" || dateFrom !== "timezone";
}

function idleFolders({ permalinks }: Site, sources: readonly Source[]): string[] {
  return permalinks
    .filter((one) => "folder" in one)
    .filter((one) =>
      sources.every(({ path, addressing }) => longestFolder([path, addressing?.place ?? ""], [one]) === null),
    )
    .map(({ folder }) => {
      const [, before, name] = /^(\w+):(.+)$/s.exec(folder) ?? [];
      const fix =
        before === undefined
          ? "correct its name, or remove the line"
          : `write "category:${name}", "tag:${name}" or "section:${name}" if you mean one of these, or remove the line`;
      return `has a pattern for "${folder}" in [permalinks], a folder in which no article is; ${fix}`;
    });
}

function idleNames({ permalinks }: Site, sources: readonly Source[]): string[] {
  const named = permalinks.filter((one) => "kind" in one);
  if (named.length === 0) return [];
  const used = new Set(sources.map((source) => firstNamed(source, named)));
  return named
    .filter((one) => !used.has(one))
    .map((one) => {
      const start = `has a pattern for "${one.written}" in [permalinks]`;
      const [winner] = sources.flatMap((source) =>
        firstNamed(source, [one]) === null ? [] : (firstNamed(source, named) ?? []),
      );
      return winner === undefined
        ? `${start}, which no article has; correct the name, or remove the line`
        : `${start}, but each article of it has that of "${winner.written}", which stands before it; put it first, or remove the line`;
    });
}

function idleCollections({ habits }: Site, sources: readonly Source[]): string[] {
  return habits.collections
    .filter((name) => !sources.some(({ path }) => path.startsWith(`_${name}/`)))
    .map((name) => `lists "${name}" in collections, but no article is in _${name}; correct it, or remove it`);
}

function idleSlugs({ slugs }: Site, sources: readonly Source[]): string | null {
  return slugs === "slug" || sources.some(({ permalink }) => permalink === null)
    ? null
    : `has slugs = "${slugs}", but every article has an address of its own; remove it`;
}

const DATED: ReadonlySet<string> = new Set(DATE_TOKENS);

function idleDate(site: Site, sources: readonly Source[]): string | null {
  const { dateFrom, permalink, permalinks, ids } = site;
  if (dateFrom === "timezone") return null;
  const own = sources.map(({ addressing }) => addressing?.pattern ?? "");
  const patterns = new Set([permalink, ...permalinks.map(({ pattern }) => pattern), ids ?? "", ...own]);
  if (![...patterns].some((pattern) => tokensOf(pattern).some((token) => DATED.has(token))))
    return `has date_from = "${dateFrom}", but no permalink holds {year}, {month} or {day}; add one of them, or remove date_from`;
  if (sources.some(({ addressing }) => addressing?.wall !== undefined)) return null;
  return dateFrom === "name"
    ? 'has date_from = "name", but no file name begins with a day, as in 2025-07-01-lock.md; remove it'
    : 'has date_from = "written", but no date is written with an offset, as in 2025-07-01T10:00:00+02:00; remove it';
}

function idleLanguages({ languages }: Site, sources: readonly Source[]): string[] {
  if (languages.length === 0) return [];
  const used = new Set(sources.map(({ language }) => language.toLowerCase()));
  return languages
    .filter((language) => !used.has(language.replaceAll("_", "-").toLowerCase()))
    .map(
      (language) =>
        `lists "${language}" in languages, but no article is in it; name files as in lock.${language}.md or put them into a folder ${language}, or remove it`,
    );
}
