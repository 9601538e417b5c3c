import type { Source } from "../../article/article.ts";
import type { Redirect, Site } from "../../article/site.ts";
import { firstSlug } from "../../ledger/addresses.ts";
import { patternAddress, patternOf } from "../../ledger/pattern-address.ts";

/** Articles, and a site with the redirects of the pages that only lead elsewhere. */
export interface WithoutMovedPages {
  readonly sources: readonly Source[];
  readonly site: Site;
}

/**
 * Takes out the pages that only lead elsewhere: each becomes a redirect from where it would stand, and
 * from its aliases. What site.toml and `_redirects` say of such a path counts more.
 */
export function withoutMovedPages(all: readonly Source[], site: Site): WithoutMovedPages {
  if (!all.some(({ redirectTo }) => redirectTo)) return { sources: all, site };
  const redirects = new Map<string, Redirect>(site.redirects);
  for (const source of all) {
    const { redirectTo, path, aliases } = source;
    if (redirectTo === undefined) continue;
    const { target: to, line } = redirectTo;
    for (const from of [addressOf(source, site), ...aliases]) {
      if (!redirects.has(from) && from !== to) redirects.set(from, { to, status: 301, file: path, line });
    }
  }
  return {
    sources: all.filter(({ redirectTo }) => redirectTo === undefined),
    site: { ...site, redirects },
  };
}

function addressOf(source: Source, site: Site): string {
  const { permalink, published } = source;
  const instant = published?.kind === "instant" ? published.at : 0;
  return permalink ?? patternAddress(patternOf(source, site), firstSlug(source), instant, site, source)("");
}
