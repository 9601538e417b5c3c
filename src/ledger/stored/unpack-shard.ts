import { digestOf } from "../../article/digest.ts";
import { unpackText } from "./packed.ts";
import type { Shard } from "./stored-form.ts";

/** The text of a shard, and its digest, by which a head names it. */
export interface ShardText {
  readonly digest: string;
  readonly text: string;
}

/** What a shard says, and the digest of its text. */
export interface ReadShard {
  readonly digest: string;
  /** Null where its text says nothing. */
  readonly shard: Shard | null;
}

/** Unpacks a shard as it lies in a store; null for what is none. */
export function unpackShard(packed: string | Uint8Array): ShardText | null {
  const text = unpackText(packed);
  return text === null ? null : { digest: digestOf(text), text };
}

/** Reads the text of a shard. */
export function readShard({ digest, text }: ShardText): ReadShard {
  try {
    return { digest, shard: JSON.parse(text) as Shard };
  } catch {
    return { digest, shard: null };
  }
}
