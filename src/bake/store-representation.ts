import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { DocumentKind } from "../representation/cache-policy.ts";
import type { StoredLengths } from "../representation/codings.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import { encodeItemIndex } from "../representation/item-index.ts";
import type { Representation, RepresentationMetadata } from "../representation/representation.ts";

/**
 * How hard gzip tries, where not 4: archives are many, large, and seldom asked for; feeds are polled. What
 * stands in a store is known by its body, so another level rewrites nothing.
 */
const GZIP_LEVEL: Partial<Record<DocumentKind, number>> = { archive: 1, feed: 5 };

/** Which codings each kind is stored in. What readers poll is worth brotli's time; all else has gzip. */
const CODINGS: Readonly<Record<DocumentKind, readonly ("gzip" | "brotli" | "identity")[]>> = {
  feed: ["gzip", "brotli"],
  archive: ["gzip"],
  article: ["gzip"],
  page: ["gzip"],
  asset: ["gzip", "brotli"],
  text: ["gzip"],
  error: ["gzip"],
  media: ["identity"],
  moved: ["identity"],
};

/** What is known of a representation before its body is compressed. */
export type PlainMetadata = Omit<RepresentationMetadata, "stored">;

/** A body without any content coding; a text stands for its UTF-8 bytes. */
export type PlainBody = string | Uint8Array;

/** Puts a representation away until it is published. What it gives is asked for when the bake is done. */
export type RepresentationStore = (
  metadata: PlainMetadata,
  body: PlainBody,
  items: ItemIndex | undefined,
) => Representation;

/** A value, and how long each of its parts is. */
export interface StoredBody {
  readonly stored: StoredLengths;
  readonly value: Uint8Array;
}

/** Stores a body in the codings of its kind, one after the other, and its item index behind them. */
export function storeRepresentation(
  metadata: PlainMetadata,
  plain: PlainBody,
  items?: ItemIndex,
): Representation {
  const { stored, value } = storeBody(metadata.kind, plain, items);
  return { metadata: { ...metadata, stored }, value };
}

/** The same of a document of which nothing but its kind is known. */
export function storeBody(kind: DocumentKind, plain: PlainBody, items?: ItemIndex): StoredBody {
  const codings = CODINGS[kind];
  const body = typeof plain === "string" ? Buffer.from(plain) : plain;
  const gzip = codings.includes("gzip") ? gzipSync(body, { level: GZIP_LEVEL[kind] ?? 4 }) : new Uint8Array();
  const brotli = codings.includes("brotli") ? inBrotli(body) : new Uint8Array();
  const identity = codings.includes("identity") ? body : new Uint8Array();
  const index = items ? encodeItemIndex(items) : new Uint8Array();
  const stored: StoredLengths = {
    gzip: gzip.byteLength,
    brotli: brotli.byteLength,
    identity: identity.byteLength,
    index: index.byteLength,
  };
  return { stored, value: Buffer.concat([gzip, brotli, identity, index]) };
}

/** Real feeds get as small with it as at quality 9 and a window of 64 KiB, or smaller, in less time. */
function inBrotli(body: Uint8Array): Uint8Array {
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 7,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}

/** In milliseconds. */
export interface BakeTimings {
  readonly renderMs: number;
  readonly compressMs: number;
}

/** A store that tells what its work has taken by now, and what all else has since `started`. */
export function timedStore(
  store: RepresentationStore,
  clock: () => number,
  started: number,
): { readonly store: RepresentationStore; readonly timings: () => BakeTimings } {
  let compressMs = 0;
  return {
    store(...made) {
      const began = clock();
      const stored = store(...made);
      compressMs += clock() - began;
      return stored;
    },
    timings: () => ({ renderMs: clock() - started - compressMs, compressMs }),
  };
}
