import { compareInFolder } from "../../article/folder-order.ts";
import type { Media } from "../../article/media.ts";
import { RememberedSource } from "../../article/remembered-source.ts";
import type { Targets } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import { ALIASES } from "../../representation/addresses.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
import { holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { redirectFrom } from "../redirects/redirect-from.ts";
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
  const { articles } = identified;
  // Made when something asks for the first of them: most articles name nothing of the site.
  let urls: ReadonlyMap<string, AbsoluteUrl> | null = null;
  const allUrls = () => {
    urls ??= urlsOf(identified, site, media);
    return urls;
  };
  let places: Places | null = null;
  const isPlace = (pathname: string, path: string) => {
    places ??= placesOf(identified, site);
    const { addresses, patterns } = places;
    return (
      addresses.has(path) || patterns.some((from) => holesOf(from, storageKeyOfPath(pathname) ?? "") !== null)
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
      pathOfName ??= pathsByName(articles.map(({ source }) => source.path));
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

/** The URLs of articles and media, by the names of their files. */
function urlsOf(
  { articles }: Identification,
  site: Site,
  media: readonly Media[],
): ReadonlyMap<string, AbsoluteUrl> {
  const urls = new Map<string, AbsoluteUrl>();
  for (const { path, address } of media) urls.set(path, urlOn(site, address));
  // New articles come in another order than known ones.
  const inFolder = articles.toSorted((a, b) => compareInFolder(a.source.path, b.source.path));
  for (const { source, record } of inFolder) {
    const url = urlOn(site, record.address);
    for (const name of [source.path, articleStem(source.path)]) if (!urls.has(name)) urls.set(name, url);
  }
  return urls;
}

/** Where articles stand and stood, and where redirects begin. */
interface Places {
  readonly addresses: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

function placesOf({ articles, records }: Identification, site: Site): Places {
  const redirects = [...site.redirects.keys()].flatMap((from) => redirectFrom(from) ?? []);
  const addresses = new Set<string>(redirects.map(({ key }) => storedPath(key)));
  for (const { source } of articles) {
    // The aliases of one that stays are among its earlier addresses.
    if (source instanceof RememberedSource) continue;
    for (const alias of source.aliases) addresses.add(storedPath(alias));
  }
  for (const { address, earlier } of records) {
    addresses.add(storedPath(address));
    for (const one of earlier) addresses.add(storedPath(one));
  }
  return {
    addresses,
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
