import type { ShardText } from "../../src/ledger/stored/unpack-shard.ts";
import type { ShardMemory } from "../../src/publish/read-shards.ts";

/** A memory of shards that holds all that was ever read. */
export class RememberedShards implements ShardMemory {
  readonly texts = new Map<string, string>();
  readonly summaries = new Map<string, Buffer>();

  recall = (digest: string) => this.texts.get(digest) ?? null;

  keep = ({ digest, text }: ShardText) => void this.texts.set(digest, text);

  recallSummary = (digest: string) => this.summaries.get(digest) ?? null;

  keepSummary = (digest: string, summary: Buffer) => void this.summaries.set(digest, summary);

  forgetOthers = () => {};
}
