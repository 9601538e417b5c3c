import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import { freePlace } from "../ledger/addresses.ts";
import { mayBecomeOwn } from "../representation/addresses.ts";

/** Where articles stand if site.toml says nothing of it. */
const ANYWHERE = "/articles/{slug}";

/**
 * Refuses a pattern whose every address is the site's own, once and not for each article, which is
 * judged as if it stood elsewhere.
 */
export function withFreePattern(site: Site, problems: Problem[]): Site {
  const { address } = freePlace("article", 0, site, () => false);
  if (!mayBecomeOwn(address)) return site;
  const message = `"permalink" is "${site.permalink}", where the site keeps its own pages and feeds; write another, such as "${ANYWHERE}"`;
  problems.push({ file: SETTINGS_FILE, line: null, severity: "error", message });
  return { ...site, permalink: ANYWHERE };
}
