import type { PackedRedirects, RedirectHead } from "../representation/redirects/table.ts";
import {
  NO_HEAD,
  openRedirects,
  REDIRECTS_KEY,
  redirectShardKey,
} from "../representation/redirects/table.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { ReadDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** As long as a change in KV may take anyway. */
const REMEMBERED_SECONDS = 60;

/** What the site says of hosts and queries, and whether it may pack redirects. */
export interface KnownHead extends RedirectHead {
  readonly mayPack: boolean;
}

/** The packed redirects of a site. What their front says is remembered for a minute. */
export interface SiteRedirects {
  /** What is remembered; null where nothing is. */
  known(nowSeconds: number): KnownHead | null;
  /** What is remembered, or one read. Throws `StoreFaultError`. */
  head(nowSeconds: number, read: ReadDocument): Promise<KnownHead>;
  /** The redirects of a path: one read, or none where it is known that there are none. Throws `StoreFaultError`. */
  of(path: StorageKey, nowSeconds: number, read: ReadDocument): Promise<PackedRedirects | null>;
}

/** Opens the redirects of a site; each isolate of a worker does so once. */
export function siteRedirects(): SiteRedirects {
  let remembered: KnownHead = { ...NO_HEAD, mayPack: true };
  let until = 0;
  const known = (nowSeconds: number) => (nowSeconds < until ? remembered : null);
  const learn = async (key: StorageKey, nowSeconds: number, read: ReadDocument) => {
    const document = await read(key);
    const packed = document && openRedirects(await new Response(document.body).text());
    if (document && packed === null) throw new StoreFaultError(`${key} holds no redirects`);
    const { origin, hosts, queries } = packed ?? NO_HEAD;
    remembered = { origin, hosts, queries, mayPack: packed !== null || key === REDIRECTS_KEY };
    until = nowSeconds + REMEMBERED_SECONDS;
    return packed;
  };
  return {
    known,
    async head(nowSeconds, read) {
      if (known(nowSeconds) === null) await learn(REDIRECTS_KEY, nowSeconds, read);
      return remembered;
    },
    async of(path, nowSeconds, read) {
      if (known(nowSeconds)?.mayPack === false) return null;
      return learn(redirectShardKey(path), nowSeconds, read);
    },
  };
}
