import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { RedirectPattern, RedirectTarget } from "../../representation/redirects/pattern.ts";
import type { RedirectTable } from "../../representation/redirects/table.ts";

/** Up to so many plain redirects get keys of their own: one read answers them. */
const MOST_OWN_KEYS = 50;

/** The edge tries one after the other. */
const MOST_PATTERNS = 500;

/** All rows may have one path; so many characters are searched in well under a millisecond or two. */
const MOST_CHARACTERS = 4_000_000;

/** Redirects by where they are stored. */
export interface StoredRedirects {
  readonly moved: ReadonlyMap<string, string>;
  readonly packed: RedirectTable;
}

/**
 * Parts redirects into those under keys of their own (paths with such a key, and the few of a site that
 * has few) and those that are packed (queries, other statuses, patterns, the many).
 */
export function storedRedirects(
  rows: ReadonlyMap<string, RedirectTarget>,
  patterns: readonly RedirectPattern[],
  hasOwnKey: (key: string) => boolean,
  site: Site,
  problems: Problem[],
): StoredRedirects {
  const isPlain = (key: string, { status }: RedirectTarget) => status === 301 && !key.includes("?");
  const plain = [...rows].filter(([key, target]) => isPlain(key, target) && !hasOwnKey(key));
  const isFew = plain.length <= MOST_OWN_KEYS;
  const moved = new Map<string, string>();
  const packed = new Map<string, RedirectTarget>();
  for (const [key, target] of rows) {
    if (hasOwnKey(key) || (isFew && isPlain(key, target))) moved.set(key, target.to);
    else packed.set(key, target);
  }
  const tell = (severity: Problem["severity"], message: string) =>
    problems.push({ file: SETTINGS_FILE, line: null, severity, message });
  if (patterns.length > MOST_PATTERNS) {
    tell(
      "error",
      `has ${patterns.length} redirects with * or :name, of which there may be ${MOST_PATTERNS}; write several as one`,
    );
  }
  const characters = [...packed].reduce((sum, [key, { to }]) => sum + key.length + to.length, 0);
  if (characters > MOST_CHARACTERS) {
    tell(
      "error",
      `has redirects of ${characters} characters, of which there may be ${MOST_CHARACTERS}; remove some, or write several as one with *`,
    );
  }
  const queries = [...site.redirectQueries].filter((name) => {
    const isAsked = [...packed.keys()].some((key) => key.includes("?") && asksFor(key, name));
    if (!isAsked)
      tell("warning", `"redirect_queries" names "${name}", which no redirect asks for; remove it`);
    return isAsked;
  });
  const hosts = [...site.hosts].filter((host) => {
    const isOwn = host === new URL(site.url).hostname;
    if (isOwn) tell("warning", `"hosts" names ${host}, where the site itself is; remove it`);
    return !isOwn;
  });
  return {
    moved,
    packed: { origin: hosts.length > 0 ? site.url : "", hosts, queries, patterns, rows: packed },
  };
}

function asksFor(key: string, name: string): boolean {
  return key.split(/[?&]/).some((pair) => pair.startsWith(`${encodeURIComponent(name)}=`));
}
