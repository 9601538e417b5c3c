import type { Redirect } from "../../article/old-addresses.ts";
import type { Site } from "../../article/site.ts";
import type { Source } from "../../article/source.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { firstSlug } from "../../ledger/addresses.ts";
import type { Identification } from "../../ledger/identification.ts";
import { patternAddress, patternOf } from "../../ledger/pattern-address.ts";

/** Articles, and a site with the redirects of the pages that only lead elsewhere. */
export interface WithoutMovedPages {
  readonly sources: readonly Source[];
  readonly site: Site;
  /** Those that lead elsewhere from a later instant on. */
  readonly waiting: Identification["waiting"];
}

/**
 * Takes out the pages that only lead elsewhere: each becomes a redirect from where it would stand, and
 * from its aliases, from its date on. What site.toml and `_redirects` say of such a path counts more.
 */
export function withoutMovedPages(all: readonly Source[], site: Site, now: EpochSeconds): WithoutMovedPages {
  if (!all.some(({ redirectTo }) => redirectTo)) return { sources: all, site, waiting: [] };
  const redirects = new Map<string, Redirect>(site.redirects);
  const waiting: Identification["waiting"][number][] = [];
  for (const source of all) {
    const { redirectTo, path, aliases } = source;
    if (redirectTo === undefined) continue;
    const until = dateOf(source);
    if (until > now) {
      waiting.push({ source, until });
      continue;
    }
    const { target: to, line } = redirectTo;
    for (const from of [addressOf(source, site), ...aliases]) {
      if (!redirects.has(from) && from !== to) redirects.set(from, { to, status: 301, file: path, line });
    }
  }
  return {
    sources: all.filter(({ redirectTo }) => redirectTo === undefined),
    site: { ...site, redirects },
    waiting,
  };
}

function addressOf(source: Source, site: Site): string {
  const { permalink } = source;
  const pattern = patternOf(source, site);
  return permalink ?? patternAddress(pattern, firstSlug(source), dateOf(source), site, source)("");
}

function dateOf({ published }: Source): EpochSeconds {
  return published?.kind === "instant" ? published.at : 0;
}
