import { ALIASES, channelAlias } from "../representation/addresses.ts";
import { correctedAddresses } from "../representation/corrected-addresses.ts";
import { isLocation } from "../representation/location.ts";
import { listedQuery } from "../representation/redirects/listed-query.ts";
import type { RedirectTarget } from "../representation/redirects/pattern.ts";
import { matchPatterns } from "../representation/redirects/pattern.ts";
import type { PackedRedirects } from "../representation/redirects/table.ts";
import { findRedirect } from "../representation/redirects/table.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { storageKeyOfPath } from "../representation/storage-key.ts";
import { negotiate } from "./accept.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { SiteRedirects } from "./site-redirects.ts";
import type { ReadDocument, StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** What stands at an address once the store was asked. */
export type Located =
  | { readonly kind: "document"; readonly document: StoredDocument }
  /** `isMatched`: by its query, which has done its work; `changesAt`: when it ends by itself, since 1970. */
  | ({ readonly kind: "moved"; readonly isMatched?: true; readonly changesAt?: number } & RedirectTarget)
  /** 302 where it depends on `Accept`. */
  | { readonly kind: "alias"; readonly to: string; readonly status: 301 | 302 }
  | { readonly kind: "unknown" };

type Moved = Extract<Located, { readonly kind: "moved" }>;

/** Where a request's redirects are looked for. */
export interface Looking {
  readonly request: EdgeRequest;
  readonly read: ReadDocument;
  readonly redirects: SiteRedirects;
}

/**
 * Finds what stands under a key: a redirect by its query, a document, one of our aliases, a redirect,
 * a document that the path seems to mean, a redirect that it seems to mean, a pattern. Packed redirects
 * cost one read. Throws `StoreFaultError`.
 */
export async function locate(key: StorageKey, looking: Looking): Promise<Located> {
  const { request, read, redirects } = looking;
  const { search, nowSeconds } = request;
  const known = redirects.known(nowSeconds);
  const mayCount = known ? listedQuery(search, known.queries) !== "" : search !== "";
  const [document, packed] = await Promise.all([
    read(key),
    mayCount ? redirects.of(key, nowSeconds, read) : undefined,
  ]);
  const asked = packed ? byQuery(key, search, packed) : null;
  if (asked !== null) {
    await document?.body.cancel();
    return asked;
  }
  if (document?.metadata.kind === "moved") return storedTarget(document);
  if (document !== null) return { kind: "document", document };
  const alias = ALIASES.get(key);
  if (typeof alias === "string") return { kind: "alias", to: alias, status: 301 };
  if (alias !== undefined) {
    return { kind: "alias", to: negotiate(request.fields.get("Accept"), alias), status: 302 };
  }
  return locateUnknown(key, looking, packed);
}

/**
 * Finds what a path without a document means. `packed` are its redirects, where they were read before.
 */
export async function locateUnknown(
  key: StorageKey,
  { request, read, redirects }: Looking,
  packed?: PackedRedirects | null,
): Promise<Located> {
  const corrected = correctedAddresses(request.pathname);
  const below = channelAlias(key) as StorageKey | null;
  const meant = below === null ? corrected : [below, ...corrected];
  const [table, ...leads] = await Promise.all([
    packed === undefined ? redirects.of(key, request.nowSeconds, read) : packed,
    ...meant.map((address) => leadOf(address, read)),
  ]);
  const row = (one: string) => {
    const target = table && findRedirect(table, one);
    return target && moved(target);
  };
  const lead = leads.find((one) => one !== null);
  const matched = table && [key, ...corrected].find((one) => matchPatterns(table.patterns, one) !== null);
  const asked = table && byQuery(key, request.search, table);
  if (asked !== null) return asked;
  const found =
    row(key) ??
    (lead ? moved({ to: lead, status: 301 }) : null) ??
    corrected.map(row).find((one) => one !== null) ??
    (table && matched && (await followPatterns(matched, table, read)));
  // A redirect that only adds or takes a slash would lead from here to here.
  const own = storageKeyOfPath(request.pathname);
  return found && (own === null || storageKeyOfPath(found.to) !== own) ? found : { kind: "unknown" };
}

/** What stands in a table may be told of; anything else was damaged on its way. */
function moved(target: RedirectTarget): Moved {
  if (!isLocation(target.to)) throw new StoreFaultError("a redirect has no target");
  return { kind: "moved", ...target };
}

function byQuery(key: StorageKey, search: string, table: PackedRedirects): Located | null {
  const query = listedQuery(search, table.queries);
  const target = query === "" ? null : findRedirect(table, key + query);
  return target && { ...moved(target), isMatched: true };
}

/** A long target stands in the body. */
async function storedTarget({ metadata, body }: StoredDocument): Promise<Located> {
  const { status, location, changesAt } = metadata;
  const text = await new Response(body).text();
  return { ...moved({ to: location ?? text, status }), ...(changesAt !== undefined && { changesAt }) };
}

/** Where an address leads that has a document or an alias: itself, or where that has moved; else null. */
async function leadOf(address: StorageKey, read: ReadDocument): Promise<string | null> {
  const alias = ALIASES.get(address);
  const document = await read(address);
  await document?.body.cancel();
  if (document !== null) return document.metadata.location ?? address;
  return typeof alias === "string" ? alias : alias === undefined ? null : address;
}

/** How often a pattern may lead to a path that a pattern matches; the bake lets none lead in a circle. */
const MOST_STEPS = 8;

/**
 * Where the patterns lead, in one hop: what they lead to is read once, so that a document which has
 * moved on is told at its place. What they make of a hostile path and is no target is nothing.
 */
async function followPatterns(
  key: StorageKey,
  table: PackedRedirects,
  read: ReadDocument,
): Promise<Moved | null> {
  let found: RedirectTarget | null = null;
  let place: string | null = key;
  for (let step = 0; step < MOST_STEPS && place !== null; step += 1) {
    const target: RedirectTarget | null =
      (step > 0 ? findRedirect(table, place) : null) ?? matchPatterns(table.patterns, place);
    if (target === null || !isLocation(target.to)) break;
    found = target;
    place = /[?#]/.test(target.to) ? null : storageKeyOfPath(target.to);
    const lead = step === 0 && place !== null ? await leadOf(place as StorageKey, read) : null;
    if (lead !== null) return moved({ ...target, to: lead });
  }
  return found && moved(found);
}
