import type { PatternFacts } from "../article/address-pattern.ts";
import { DATE_TOKENS, tablePermalink, tokensOf } from "../article/address-pattern.ts";
import { digestOf } from "../article/digest.ts";
import { percentDecoded } from "../article/percent-decoded.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";

/** What decides of addresses in a site's settings. */
type RuleSettings = Pick<Site, "permalink" | "permalinks" | "slugs" | "dateFrom" | "languages">;

/** A ledger keeps them beside a document, where there is not much room. */
const MOST_BYTES = 400;

/**
 * The settings that addresses follow from, in one line for the ledger: the site's pattern and, where
 * they are not as usual, `slugs=lower date=name languages=en,fr /blog=/blog/{slug} tag:note=/n/{slug}`.
 * Folders, names and languages that are too many become a digest, `/*=1a2b`.
 */
export function addressRules({ permalink, permalinks, slugs, dateFrom, languages }: RuleSettings): string {
  const listed = languages.join(",");
  const words = [
    permalink,
    ...(slugs === "slug" ? [] : [`slugs=${slugs}`]),
    ...(dateFrom === "timezone" ? [] : [`date=${dateFrom}`]),
    ...(languages.length === 0 ? [] : [`languages=${listed.length > 200 ? `*${digestOf(listed)}` : listed}`]),
  ].join(" ");
  const folders = permalinks.flatMap((one) =>
    "folder" in one ? ` /${encodeURIComponent(one.folder)}=${one.pattern}` : [],
  );
  // Of folders the longest counts, and of names the first.
  const names = permalinks.flatMap((one) =>
    "kind" in one ? ` ${one.kind}:${encodeURIComponent(one.name)}=${one.pattern}` : [],
  );
  const table = [...folders.sort(), ...names].join("");
  return words.length + table.length > MOST_BYTES ? `${words} /*=${digestOf(table)}` : words + table;
}

/** What of its rules changed for an article since the last publication: another style of slugs, another pattern, nothing. */
export type RuleChange = "slugs" | "pattern" | null;

/**
 * Compares the rules of the last publication with those of now, for an article that lay at `path`: a
 * file that was moved into a folder with another pattern keeps its address.
 */
export function ruleChanges(
  remembered: string | null,
  site: RuleSettings,
): (path: ContentPath, source: PatternFacts) => RuleChange {
  const rules = addressRules(site);
  if (remembered === rules) return () => null;
  if (remembered === null) return () => "pattern";
  const [before, now] = [readRules(remembered), readRules(rules)];
  if (before.slugs !== now.slugs) return () => "slugs";
  return (path, source) => {
    const facts = { ...source, path };
    return ruleFor(before, facts) === ruleFor(now, facts) ? null : "pattern";
  };
}

interface Rules {
  readonly permalink: string;
  readonly permalinks: Site["permalinks"];
  readonly slugs: string;
  readonly date: string;
  readonly languages: readonly string[];
}

function readRules(line: string): Rules {
  const [permalink = "", ...words] = line.split(" ");
  const pairs = words.map(
    (word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)] as const,
  );
  const named = new Map(pairs);
  return {
    permalink,
    permalinks: pairs.flatMap(([name, pattern]) => readPermalink(name, pattern) ?? []),
    slugs: named.get("slugs") ?? "",
    date: named.get("date") ?? "",
    languages: named.get("languages")?.split(",") ?? [],
  };
}

function readPermalink(written: string, pattern: string): Site["permalinks"][number] | null {
  if (written.startsWith("/")) return { folder: percentDecoded(written.slice(1)), pattern };
  const [, kind, encoded = ""] = /^(tag|section):(.*)$/.exec(written) ?? [];
  if (kind !== "tag" && kind !== "section") return null;
  return { kind, name: percentDecoded(encoded), written, pattern };
}

/** All that decides of one article's address. */
function ruleFor({ permalink, permalinks, date, languages }: Rules, facts: PatternFacts): string {
  const digest = permalinks.find((one) => "folder" in one && one.folder === "*")?.pattern ?? "";
  const pattern = tablePermalink(facts, permalinks)?.pattern ?? permalink;
  const { language = "" } = facts.addressing ?? {};
  const isListed =
    languages.includes(language) || (language !== "" && languages[0]?.startsWith("*") === true);
  const isPrefixed = isListed && !pattern.includes("{lang}");
  const isDated =
    tokensOf(pattern).some((token) => DATE_TOKENS.some((one) => one === token)) || digest !== "";
  return [pattern, digest, isPrefixed, isDated ? date : ""].join(" ");
}
