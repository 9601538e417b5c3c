import type { EpochSeconds } from "../article/values.ts";
import { weakEntityTag } from "../representation/entity-tag.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Baking } from "./bake-document.ts";
import { fingerprintOf, metadataDigest } from "./bake-document.ts";
import type { BakedDocument } from "./document.ts";

/** Bakes what stands in the place of a document that moved or went. A body counts by its hash in the tag. */
export function bakePast(
  key: StorageKey,
  made: (edition: EpochSeconds) => Representation,
  memory: unknown,
  { before: records, edition, again }: Pick<Baking, "before" | "edition" | "again">,
): BakedDocument {
  const at = (instant: EpochSeconds) => {
    const { metadata, value } = made(instant);
    const { sha256 } = fingerprintOf(value);
    const tag = weakEntityTag(instant, sha256, sha256);
    const remembering = { ...metadata, tag, ...(memory !== undefined && { memory }) };
    return { representation: { metadata: remembering, value }, digest: metadataDigest(remembering) };
  };
  const past = { key, part: "past" } as const;
  const before = records.get(key);
  const remembered = before && at(before.edition);
  if (before && remembered?.digest === before.digest) {
    return { ...past, record: before, representation: again?.has(key) ? remembered.representation : null };
  }
  const { representation, digest } = at(edition);
  return { ...past, record: { digest, edition }, representation };
}
