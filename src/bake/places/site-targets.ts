import { compareInFolder } from "../../article/folder-order.ts";
import type { Media } from "../../article/media.ts";
import type { Targets } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import { TextTable } from "../../article/text-table.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import { markedIn, ordinalsOf, toldOf } from "../../ledger/records/told-records.ts";
import { ALIASES } from "../../representation/addresses.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
import { holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { redirectFrom } from "../redirects/redirect-from.ts";
import { articlesByName } from "./articles-by-name.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import { storedPath } from "./hidden-places.ts";
import { articleStem, pathsByName } from "./paths-by-name.ts";

/** All that a reference in an article can lead to. */
export function siteTargets(
  identified: Identification,
  site: Site,
  media: readonly Media[],
  hidden: HiddenPlaces = { paths: [], isAddress: () => false },
): Targets {
  // Made when something asks for the first of them: most articles name nothing of the site.
  let urls: Targets["urls"] | null = null;
  const allUrls = () => {
    urls ??= urlsOf(identified, site, media);
    return urls;
  };
  let places: Places | null = null;
  const isPlace = (pathname: string, path: string) => {
    places ??= placesOf(identified, site);
    const { standing, others, patterns } = places;
    return (
      standing.find(path) >= 0 ||
      others.has(path) ||
      patterns.some((from) => holesOf(from, storageKeyOfPath(pathname) ?? "") !== null)
    );
  };
  let pathOfName: ReturnType<typeof pathsByName> | null = null;
  let hiddenPathOfName: ReturnType<typeof pathsByName> | null = null;
  return {
    origin: site.url,
    hidden: new Set(hidden.paths.flatMap((path) => [path, articleStem(path)])),
    isHidden: hidden.isAddress,
    get urls() {
      return allUrls();
    },
    urlOfName: (name, from) => {
      pathOfName ??= pathsByName(filesOf(identified));
      return allUrls().get(pathOfName(name, from) ?? "") ?? null;
    },
    isHiddenName: (name, from) => {
      hiddenPathOfName ??= pathsByName(hidden.paths);
      return hiddenPathOfName(name, from) !== null;
    },
    isAddress: (pathname) => {
      const path = storedPath(pathname);
      return isOwnAddress(pathname) || isOwnAddress(path) || ALIASES.has(pathname) || isPlace(pathname, path);
    },
  };
}

/** The files of articles, in the order of the folder: new ones come in another. */
function filesOf({ articles, staying }: Identification): readonly string[] {
  const told = articles.map(({ source }): string => source.path);
  return [...told, ...Array.from(staying.list, staying.of.path)].sort(compareInFolder);
}

/** The URLs of articles and media, by the names of their files. */
function urlsOf(identified: Identification, site: Site, media: readonly Media[]): Targets["urls"] {
  const addresses = new Map<string, string>(media.map(({ path, address }) => [path, address]));
  const articleOf = articlesByName(identified);
  return {
    get(name) {
      const address = addresses.get(name) ?? articleOf(name)?.address;
      return address === undefined ? undefined : urlOn(site, address);
    },
  };
}

/** Where articles stand, where they stood and redirects begin, and patterns of such places. */
interface Places {
  readonly standing: TextTable;
  readonly others: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

function placesOf({ articles, records }: Identification, site: Site): Places {
  const redirects = [...site.redirects.keys()].flatMap((from) => redirectFrom(from) ?? []);
  const others = new Set<string>(redirects.map(({ key }) => storedPath(key)));
  // The aliases of one that stays are among its earlier addresses.
  for (const { source } of articles) for (const alias of source.aliases) others.add(storedPath(alias));
  for (const { earlier } of markedIn(records)) for (const one of earlier) others.add(storedPath(one));
  const { address } = toldOf(records);
  return {
    standing: new TextTable(ordinalsOf(records), (ordinal) => storedPath(address(ordinal))),
    others,
    patterns: redirects.filter(({ kind }) => kind === "pattern").map(({ key }) => key),
  };
}

/** A host and a path that the parser of URLs leaves as they are: it is slow, and there are many. */
const PLAIN = /^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:\/[\w-][\w.-]*)+\/?$/;

/** An address of the site as a URL. */
export function urlOn(site: Site, address: string): AbsoluteUrl {
  const plain = `${site.url}${address}`;
  if (PLAIN.test(plain)) return plain as AbsoluteUrl;
  const url = absoluteUrl(`${site.url}${address}`);
  if (url === null) throw new RangeError(`${site.url}${address} is not a URL`);
  return url;
}
