import type { Redirect } from "../../article/old-addresses.ts";
import type { Site } from "../../article/site.ts";
import type { ArticleRecords } from "../../ledger/records/article-records.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { ownPlaces } from "../redirects/own-place.ts";
import { redirectFrom } from "../redirects/redirect-from.ts";

/** What is not there now, and will be: nothing tells of it. */
export interface HiddenPlaces {
  /** Files of articles. */
  readonly paths: readonly string[];
  /** Whether something will stand at a path of the site where nothing does now. */
  readonly isAddress: (pathname: string) => boolean;
}

/** What a site leads to at one instant. */
type Leading = Pick<Site, "redirects" | "navigation">;

/** What stands at addresses at one instant. */
interface Standing {
  readonly records: ArticleRecords;
  readonly redirects: Site["redirects"];
}

/** What is hidden, and what a site leads to without it. */
interface Hidden {
  readonly places: HiddenPlaces;
  readonly leading: Leading;
}

/**
 * Finds what the articles of the files `paths` will be, and takes away what leads there already. `later`
 * tells what stands once all have come; it is asked once, and only where an address has to be known.
 */
export function hiddenPlaces(
  paths: readonly string[],
  site: Site,
  records: ArticleRecords,
  later: (() => Standing) | null,
): Hidden {
  if (later === null)
    return {
      places: { paths, isAddress: () => false },
      leading: { redirects: site.redirects, navigation: site.navigation },
    };
  let then: Standing | null = null;
  const isComing = (redirects: Site["redirects"]) => {
    let found: ReadonlySet<string> | null = null;
    return (pathname: string) => {
      then ??= later();
      found ??= comingAddresses({ records, redirects }, then);
      return found.has(storedPath(pathname));
    };
  };
  const leading = withoutTargets(site, isComing(site.redirects));
  return { places: { paths, isAddress: isComing(leading.redirects) }, leading };
}

/** Without the redirects, and the links in the head of pages, that lead to what is hidden. */
function withoutTargets(site: Site, isHidden: HiddenPlaces["isAddress"]): Leading {
  const ownPlace = ownPlaces(site);
  const redirects = new Map<string, Redirect>(site.redirects);
  const gone = new Set<string>();
  const leadsNowhere = (target: string) => {
    const [path = ""] = ownPlace(target).split(/[?#]/, 1);
    return gone.has(storedPath(path)) || isHidden(path);
  };
  // What leads to a redirect goes after that.
  for (let size = Infinity; redirects.size < size; ) {
    size = redirects.size;
    for (const [from, { to }] of redirects) {
      if (!leadsNowhere(to)) continue;
      redirects.delete(from);
      const place = redirectFrom(from);
      if (place?.kind === "path") gone.add(storedPath(place.key));
    }
  }
  return { redirects, navigation: site.navigation.filter(({ href }) => !leadsNowhere(href)) };
}

function comingAddresses(now: Standing, later: Standing): ReadonlySet<string> {
  const taken = addressesOf(now);
  return new Set([...addressesOf(later)].filter((address) => !taken.has(address)));
}

function addressesOf({ records, redirects }: Standing): Set<string> {
  const written = [...redirects.keys()].flatMap((from) => {
    const place = redirectFrom(from);
    return place?.kind === "path" ? place.key : [];
  });
  const own = [...records].flatMap(({ address, earlier }) => [address, ...earlier]);
  return new Set([...own, ...written].map(storedPath));
}

/** A path that every spelling but this one leads to. */
const PLAIN = /^(?:\/[\w-][\w.-]*)+$/;

/** A path as the store has it; the edge takes it with and without its last slash. */
export function storedPath(pathname: string): string {
  if (PLAIN.test(pathname)) return pathname;
  const key: string = storageKeyOfPath(pathname) ?? pathname;
  return key.endsWith("/") ? key.slice(0, -1) : key;
}
