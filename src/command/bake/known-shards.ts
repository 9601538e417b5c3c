import { hash } from "node:crypto";
import { join } from "node:path";
import type { BuildCache } from "../../cache/build-cache.ts";
import { DigestedTexts } from "../../cache/digested-texts.ts";
import type { Store } from "../../store/store.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";

/**
 * What was read of the ledger in a store before, which need not be fetched again. A full bake passes it over,
 * and so does one that lost some of it.
 */
export function knownShards(
  { disk, program }: Pick<BuildCache, "disk" | "program">,
  { name }: Pick<Store, "name">,
  { full = false }: Pick<BakeFlags, "full">,
  isLost = false,
): DigestedTexts {
  return new DigestedTexts(
    join(disk.shards, hash("sha256", name, "hex").slice(0, 16)),
    disk,
    program,
    full || isLost,
  );
}
