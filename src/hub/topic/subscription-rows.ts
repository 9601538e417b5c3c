import type { Leave, Subscription } from "../objects/bindings.ts";
import { SHARD_SUBSCRIBERS } from "./topic-schema.ts";

/** A million subscribers; a site that has more needs another hub. */
const MOST_SHARDS = 4000;

/** What a shard is to be told, and where that stands until it has been. */
export interface Errand {
  readonly digest: string;
  readonly shard: number;
  readonly what:
    | { readonly kind: "join"; readonly subscription: Subscription }
    | { readonly kind: "leave"; readonly leave: Leave };
}

/** Which shard has which subscriber, and what shards are still to be told. */
export class SubscriptionRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Finds a place: where the callback is already, else in the first shard that is not full. Null where none is left. */
  place(digest: string, subscription: Subscription): Errand | null {
    const known = this.#find(digest);
    const shard = known ?? this.#openShard();
    if (shard === null) return null;
    if (known === null) this.#sql.exec("UPDATE shard SET filled = filled + 1 WHERE number = ?", shard);
    this.#sql.exec("INSERT OR REPLACE INTO subscription VALUES (?, ?, ?)", digest, shard, subscription.at);
    return this.#note({ digest, shard, what: { kind: "join", subscription } });
  }

  /** Notes that a subscriber leaves; the place is free once the shard says so. */
  leave(digest: string, leave: Leave): Errand | null {
    const shard = this.#find(digest);
    return shard === null ? null : this.#note({ digest, shard, what: { kind: "leave", leave } });
  }

  /** Gives places back, except those that were taken anew meanwhile. */
  free(leaves: readonly { readonly digest: string; readonly at: number }[]): void {
    for (const { digest, at } of leaves) {
      const [gone] = this.#sql
        .exec<{ shard: number }>(
          "DELETE FROM subscription WHERE digest = ? AND at <= ? RETURNING shard",
          digest,
          at,
        )
        .toArray();
      if (gone) this.#sql.exec("UPDATE shard SET filled = filled - 1 WHERE number = ?", gone.shard);
    }
  }

  /** Some of those that are left. */
  errands(): Errand[] {
    return this.#sql
      .exec<{ digest: string; shard: number; what: string }>("SELECT * FROM errand LIMIT 20")
      .toArray()
      .map(({ digest, shard, what }) => ({ digest, shard, what: JSON.parse(what) }));
  }

  /** Forgets an errand that was run, unless there is a newer one of the same callback. */
  done({ digest, what }: Errand): void {
    this.#sql.exec("DELETE FROM errand WHERE digest = ? AND what = ?", digest, JSON.stringify(what));
  }

  shards(after: number, most: number): number[] {
    return this.#sql
      .exec<{ number: number }>(
        "SELECT number FROM shard WHERE number > ? ORDER BY number LIMIT ?",
        after,
        most,
      )
      .toArray()
      .map(({ number }) => number);
  }

  count(): number {
    return this.#sql.exec<{ sum: number }>("SELECT coalesce(sum(filled), 0) AS sum FROM shard").one().sum;
  }

  #find(digest: string): number | null {
    const [row] = this.#sql
      .exec<{ shard: number }>("SELECT shard FROM subscription WHERE digest = ?", digest)
      .toArray();
    return row?.shard ?? null;
  }

  #openShard(): number | null {
    const [open] = this.#sql
      .exec<{ number: number }>(
        `SELECT number FROM shard WHERE filled < ${SHARD_SUBSCRIBERS} ORDER BY number LIMIT 1`,
      )
      .toArray();
    if (open) return open.number;
    const { next } = this.#sql
      .exec<{ next: number }>("SELECT coalesce(max(number), 0) + 1 AS next FROM shard")
      .one();
    if (next > MOST_SHARDS) return null;
    this.#sql.exec("INSERT INTO shard VALUES (?, 0)", next);
    return next;
  }

  #note(errand: Errand): Errand {
    const { digest, shard, what } = errand;
    this.#sql.exec("INSERT OR REPLACE INTO errand VALUES (?, ?, ?)", digest, shard, JSON.stringify(what));
    return errand;
  }
}

/** A callback as the rows know it: they need not hold its whole length. */
export async function callbackDigest(callback: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(callback));
  return new Uint8Array(digest, 0, 16).toHex();
}
