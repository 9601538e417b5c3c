import type { Media } from "../../article/media.ts";
import type { Targets } from "../../article/references.ts";
import type { Site } from "../../article/site.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import type { Identification } from "../../ledger/identify.ts";
import { ALIASES } from "../../representation/addresses.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
import { holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { redirectFrom } from "../redirects/redirect-from.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import { placeOf } from "./hidden-places.ts";
import { pathsByName, stemOf } from "./paths-by-name.ts";

/** All that a reference in an article can lead to. */
export function siteTargets(
  { articles, records }: Identification,
  site: Site,
  media: readonly Media[],
  hidden: HiddenPlaces = { paths: [], isAddress: () => false },
): Targets {
  const urls = new Map<string, AbsoluteUrl>();
  const redirects = [...site.redirects.keys()].flatMap((from) => redirectFrom(from) ?? []);
  const patterns = redirects.filter(({ kind }) => kind === "pattern").map(({ key }) => key);
  const addresses = new Set<string>(redirects.map(({ key }) => placeOf(key)));
  for (const { path, address } of media) urls.set(path, siteUrl(site, address));
  for (const { source, record } of articles) {
    const url = siteUrl(site, record.address);
    for (const name of [source.path, stemOf(source.path)]) if (!urls.has(name)) urls.set(name, url);
    for (const alias of source.aliases) addresses.add(placeOf(alias));
  }
  for (const { address, earlier } of records) {
    addresses.add(placeOf(address));
    for (const one of earlier) addresses.add(placeOf(one));
  }
  // Made when the first name is asked for.
  let pathOfName: ReturnType<typeof pathsByName> | null = null;
  let hiddenPathOfName: ReturnType<typeof pathsByName> | null = null;
  return {
    origin: site.url,
    hidden: new Set(hidden.paths.flatMap((path) => [path, stemOf(path)])),
    isHidden: hidden.isAddress,
    urls,
    urlOfName: (name, from) => {
      pathOfName ??= pathsByName(articles.map(({ source }) => source.path));
      return urls.get(pathOfName(name, from) ?? "") ?? null;
    },
    isHiddenName: (name, from) => {
      hiddenPathOfName ??= pathsByName(hidden.paths);
      return hiddenPathOfName(name, from) !== null;
    },
    isAddress: (pathname) => {
      const path = placeOf(pathname);
      return (
        isOwnAddress(pathname) ||
        isOwnAddress(path) ||
        ALIASES.has(pathname) ||
        addresses.has(path) ||
        patterns.some((from) => holesOf(from, storageKeyOfPath(pathname) ?? "") !== null)
      );
    },
  };
}

/** An address of the site as a URL. */
export function siteUrl(site: Site, address: string): AbsoluteUrl {
  const url = absoluteUrl(`${site.url}${address}`);
  if (url === null) throw new RangeError(`${site.url}${address} is not a URL`);
  return url;
}
