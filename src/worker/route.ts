import { keyWithoutEmptySegments } from "../representation/corrected-addresses.ts";
import { MAX_LOCATION_BYTES } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";

/** Where a path leads, before the store is asked. */
export type Route =
  | { readonly kind: "document"; readonly key: StorageKey }
  /** No document can be there, but one may be at this key or at another corrected address. */
  | { readonly kind: "nowhere"; readonly key: StorageKey }
  /** Longer than any key, and no longer than a client may ask: nothing stands there. */
  | { readonly kind: "beyond" }
  | { readonly kind: "malformed" }
  | { readonly kind: "too-long" };

/** Finds where a path leads. */
export function route({ pathname }: EdgeRequest): Route {
  const key = storageKeyOfPath(pathname);
  if (key !== null) return { kind: "document", key };
  if (pathname.length > MAX_LOCATION_BYTES) return { kind: "too-long" };
  if (pathname.length > MAX_KEY_BYTES) return { kind: "beyond" };
  const single = keyWithoutEmptySegments(pathname);
  return single === null ? { kind: "malformed" } : { kind: "nowhere", key: single };
}
