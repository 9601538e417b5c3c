import { DATE_TOKENS, fillTokens, withoutEmptySegments } from "../../article/address-pattern.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import type { Source } from "../../article/source.ts";
import type { Identification } from "../../ledger/identification.ts";
import { patternOf } from "../../ledger/pattern-address.ts";
import { ordinalsByAddress } from "../../ledger/records/ordinals-by-address.ts";

/**
 * Articles that ask for a slug which another one has, and so have an address with a number behind it.
 * Of slugs that were only suggested nothing is said: nobody chose them.
 */
export function numberedSlugs({ articles, records }: Identification, site: Site): Problem[] {
  const asking = articles.filter(({ source }) => source.slug !== null && source.permalink === null);
  if (asking.length === 0) return [];
  const ordinals = ordinalsByAddress(records);
  return asking.flatMap(({ source, record }) => {
    const wanted = withoutNumber(record.address, record.slug, valuedPattern(source, site));
    const [last = -1] = wanted === null ? [] : ordinals.at(wanted).toSorted((a, b) => b - a);
    const owner = last < 0 ? undefined : records.at(last)?.path;
    if (owner === undefined) return [];
    return {
      file: source.path,
      line: null,
      severity: "warning" as const,
      message: `asks for the slug "${source.slug}", which ${owner} has, so it stands at ${record.address}; give it a slug of its own`,
    };
  });
}

/** The address that a slug would make without the number behind it; null where it has none. */
function withoutNumber(address: string, slug: string, permalink: string): string | null {
  const [before = "", after] = permalink.split("{slug}").map(pattern);
  if (after === undefined) return null;
  const match = new RegExp(`^(?<before>${before})(?<slug>.*)-\\d+(?<after>${after})$`).exec(address)?.groups;
  return match?.slug === slug ? `${match.before}${slug}${match.after}` : null;
}

/** The pattern for an article, of which only slug and date are open. */
function valuedPattern(source: Source, site: Site): string {
  const { values = {} } = source.addressing ?? {};
  const isOpen = (token: string) => token === "slug" || DATE_TOKENS.some((one) => one === token);
  const valueAt = (token: string) => (isOpen(token) ? `{${token}}` : (values[token] ?? ""));
  return withoutEmptySegments(fillTokens(patternOf(source, site), valueAt));
}

/** A part of such a pattern as a regular expression. */
function pattern(part: string): string {
  return part.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[a-z]+\}/g, "\\d+");
}
