import type { Leave, ShardPlace, Subscription } from "../objects/bindings.ts";
import type { SqlRow } from "../objects/sql-row.ts";
import type { Pass } from "./pass.ts";
import { nextNumbers, RESTING } from "./pass.ts";
import type { Outcome, Recipient } from "./recipient.ts";
import { nextAttempt } from "./retry-schedule.ts";

type ShardRow = Pass & { readonly topic: string; readonly paused: number };

/** The rows of a shard: its subscribers, and how far the delivery has come. Times are milliseconds since 1970. */
export class ShardRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Where the shard belongs, and its pass; null before the first subscriber. */
  read(): { readonly topic: string; readonly isPaused: boolean; readonly pass: Pass } | null {
    const [row] = this.#sql.exec<SqlRow<ShardRow>>("SELECT * FROM shard").toArray();
    if (!row) return null;
    const { topic, paused, base, target, start, cursor, lap } = row;
    return { topic, isPaused: paused !== 0, pass: { base, target, start, cursor, lap } };
  }

  pass(): Pass {
    return this.read()?.pass ?? RESTING;
  }

  writePass({ base, target, start, cursor, lap }: Pass): void {
    const set = "base = ?, target = ?, start = ?, cursor = ?, lap = ?";
    this.#sql.exec(`UPDATE shard SET ${set}`, base, target, start, cursor, lap);
  }

  pause(paused: boolean): void {
    this.#sql.exec("UPDATE shard SET paused = ?", Number(paused));
  }

  /** Takes a subscriber in or renews it; a request that is older than what is known changes nothing. */
  join({ topic, paused }: ShardPlace, { callback, secret, expires, at }: Subscription): void {
    this.#sql.exec(
      "INSERT OR IGNORE INTO shard (one, topic, paused) VALUES (1, ?, ?)",
      topic,
      Number(paused),
    );
    const renew = "secret = excluded.secret, expires = excluded.expires, at = excluded.at";
    this.#sql.exec(
      `INSERT INTO subscriber (callback, secret, expires, at, joined) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (callback) DO UPDATE SET ${renew} WHERE excluded.at >= at`,
      callback,
      secret,
      expires,
      at,
      this.pass().target,
    );
  }

  leave({ callback, at }: Leave): void {
    this.#remove("callback = ? AND at <= ?", callback, at);
  }

  /** Who comes next in a pass; whoever is late has a queue of its own. */
  inPass(pass: Pass, nowMs: number, most: number): Recipient[] {
    const { after, upTo } = nextNumbers(pass);
    return this.#recipients(
      `SELECT id, callback, secret, CASE WHEN joined < ?1 THEN ?1 ELSE 0 END AS had, 0 AS attempts
       FROM subscriber WHERE id > ?2 AND id <= ?3 AND expires > ?4 AND id NOT IN (SELECT id FROM late)
       ORDER BY id LIMIT ?5`,
      pass.base,
      after,
      upTo ?? Number.MAX_SAFE_INTEGER,
      nowMs,
      most,
    );
  }

  /** Who is late, lacks an edition and is due. */
  inQueue(target: number, nowMs: number, most: number): Recipient[] {
    return this.#recipients(
      `SELECT id, callback, secret, had, CASE WHEN tried = ?1 THEN attempts ELSE 0 END AS attempts
       FROM late JOIN subscriber USING (id)
       WHERE had < ?1 AND expires > ?2 AND (tried < ?1 OR due <= ?2) ORDER BY due LIMIT ?3`,
      target,
      nowMs,
      most,
    );
  }

  /** Notes what came of the delivery of `edition`. Gives those who are gone. */
  note(outcomes: readonly Outcome[], edition: number, nowMs: number): Leave[] {
    const gone: Leave[] = [];
    const isUnderWay = this.pass().lap !== 0;
    for (const outcome of outcomes) {
      const { id, had, attempts } = outcome.to;
      if (outcome.kind === "failed") {
        this.#sql.exec(
          "INSERT OR REPLACE INTO late SELECT id, ?2, ?3, ?4, ?5, ?6 FROM subscriber WHERE id = ?1",
          id,
          had,
          edition,
          attempts + 1,
          nextAttempt(attempts + 1, nowMs),
          outcome.reason,
        );
      } else if (outcome.kind === "gone") gone.push(...this.#remove("id = ?", id));
      // Who was late stays out of the pass that is under way: its edition came already.
      else if (isUnderWay) this.#sql.exec("UPDATE late SET had = ? WHERE id = ?", edition, id);
      else this.#sql.exec("DELETE FROM late WHERE id = ?", id);
    }
    return gone;
  }

  /** Forgets who was late and no longer is, and whose subscription ran out. Gives the latter. */
  tidy(target: number, nowMs: number): Leave[] {
    this.#sql.exec("DELETE FROM late WHERE had >= ?", target);
    return this.#remove("expires <= ?", nowMs);
  }

  /** When somebody who is late is to be tried next; null: nobody. */
  nextDue(target: number, nowMs: number): number | null {
    const { due } = this.#sql
      .exec<{ due: number | null }>(
        `SELECT min(CASE WHEN tried < ?1 THEN ?2 ELSE due END) AS due
         FROM late JOIN subscriber USING (id) WHERE had < ?1 AND expires > ?2`,
        target,
        nowMs,
      )
      .one();
    return due;
  }

  #remove(condition: string, ...values: readonly (string | number)[]): Leave[] {
    const removed = this.#sql
      .exec<{ id: number; callback: string; at: number }>(
        `DELETE FROM subscriber WHERE ${condition} RETURNING id, callback, at`,
        ...values,
      )
      .toArray();
    for (const { id } of removed) this.#sql.exec("DELETE FROM late WHERE id = ?", id);
    return removed.map(({ callback, at }) => ({ callback, at }));
  }

  #recipients(query: string, ...values: readonly number[]): Recipient[] {
    return this.#sql.exec<SqlRow<Recipient>>(query, ...values).toArray();
  }
}
