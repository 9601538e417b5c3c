import { hash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ContentCoding } from "../representation/codings.ts";
import { storedBytes, storedRange } from "../representation/codings.ts";
import { namesBody } from "../representation/entity-tag.ts";
import { decodeItemIndex } from "../representation/item-index.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { openSealedStates } from "../representation/sealed-states.ts";

type Decoder = (bytes: Uint8Array, limits: { readonly maxOutputLength: number }) => Uint8Array;

const DECODERS: readonly (readonly [ContentCoding, Decoder])[] = [
  ["gzip", gunzipSync],
  ["br", brotliDecompressSync],
  ["identity", (bytes) => bytes],
];

/**
 * Whether a stored value is what its metadata say: as long; in every coding that is there the body whose
 * length they tell and whose hash is in the entity tag; an item index that lies within the body. So is
 * each state that is sealed behind the present one. Of what lies in the bucket there are no bytes.
 */
export function isSoundBody(metadata: RepresentationMetadata, value: Uint8Array): boolean {
  const states = openSealedStates(value, metadata);
  if (states === null) return false;
  const present = { metadata, offset: 0 };
  return [present, ...states].every(({ metadata: state, offset }, place, all) => {
    const end = all[place + 1]?.offset ?? value.byteLength - (metadata.sealed?.tableBytes ?? 0);
    return state === null || isSoundState(state, value.subarray(offset, end));
  });
}

function isSoundState(metadata: RepresentationMetadata, value: Uint8Array): boolean {
  const { stored, sizeBytes, tag } = metadata;
  if (metadata.inBucket) return value.byteLength === 0;
  if (value.byteLength !== storedBytes(stored)) return false;
  const part = (name: ContentCoding | "index"): Uint8Array | null => {
    const range = storedRange(stored, name);
    return range && value.subarray(range.offset, range.offset + range.length);
  };
  const index = part("index");
  if (index !== null && decodeItemIndex(index, sizeBytes) === null) return false;
  const bodies = DECODERS.flatMap(([coding, decode]) => {
    const bytes = part(coding);
    return bytes === null ? [] : [decoded(bytes, decode, sizeBytes)];
  });
  // A redirect that fits into its metadata, and a 410, have a body of no bytes.
  if (bodies.length === 0) bodies.push(value);
  return bodies.every(
    (body) => body?.byteLength === sizeBytes && namesBody(tag, hash("sha256", body, "hex")),
  );
}

function decoded(bytes: Uint8Array, decode: Decoder, sizeBytes: number): Uint8Array | null {
  try {
    return decode(bytes, { maxOutputLength: sizeBytes + 1 });
  } catch {
    return null;
  }
}
