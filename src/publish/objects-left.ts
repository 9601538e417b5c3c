import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { objectKey } from "../store/bucket.ts";
import type { WantedDocument } from "./document-stages.ts";

/**
 * What the bucket holds for nobody any more: of deleted documents, and of those that lie in KV now. Of one
 * that an interrupted publish touched nobody knows where it lay.
 */
export function objectsLeft(
  deleting: readonly StorageKey[],
  writing: readonly WantedDocument[],
  { documents }: Ledger,
): readonly string[] {
  const lay = (key: StorageKey) => {
    const { digest, inBucket } = documents.get(key) ?? {};
    return inBucket || (digest === UNKNOWN_DIGEST && key.startsWith("/media/"));
  };
  const moved = writing.filter(({ key, record }) => !record.inBucket && documents.get(key)?.inBucket);
  return [...deleting.filter(lay), ...moved.map(({ key }) => key)].map(objectKey);
}
