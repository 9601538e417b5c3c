import { TOKENS } from "../../article/address-pattern.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { patternAddress } from "../../ledger/pattern-address.ts";
import { mayBecomeOwn } from "../../representation/own-addresses.ts";

/** Where articles stand if site.toml says nothing of it. */
const ANYWHERE = "/articles/{slug}";

/**
 * Refuses a pattern whose every address is the site's own, once and not for each article, which is
 * judged as if it stood elsewhere.
 */
export function withFreePattern(site: Site, problems: Problem[]): Site {
  const free = (name: string, pattern: string) => {
    const values = Object.fromEntries(TOKENS.map((token) => [token, "article"]));
    if (!mayBecomeOwn(patternAddress(pattern, "article", 0, site, { addressing: { values } })("")))
      return pattern;
    const message = `"${name}" is "${pattern}", where the site keeps its own pages and feeds; write another, such as "${ANYWHERE}"`;
    problems.push({ file: SETTINGS_FILE, line: null, severity: "error", message });
    return ANYWHERE;
  };
  const permalinks = site.permalinks.map((one) => ({
    ...one,
    pattern: free(`permalinks.${"folder" in one ? one.folder : one.written}`, one.pattern),
  }));
  return { ...site, permalink: free("permalink", site.permalink), permalinks };
}
