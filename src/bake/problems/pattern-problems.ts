import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import type { Identification } from "../../ledger/identification.ts";
import { patternAddress, patternOf } from "../../ledger/pattern-address.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";

/** Articles whose pattern leads among the site's own addresses, so that they stand elsewhere. */
export function patternProblems({ articles }: Identification, site: Site): Problem[] {
  return articles.flatMap(({ source, record }) => {
    if (source.addressing === undefined || source.permalink !== null) return [];
    const pattern = patternOf(source, site);
    const wanted = patternAddress(pattern, record.slug, record.published, site, source)("");
    if (wanted === record.address || !isOwnAddress(wanted)) return [];
    const message = `would be at ${wanted} by the pattern ${pattern}, where the site keeps its own pages and feeds; it has ${record.address}. Give it a permalink: of its own, or its folder another pattern`;
    return { file: source.path, line: null, severity: "warning" as const, message };
  });
}
