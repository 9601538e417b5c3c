import type { LateCallback } from "../../representation/hub-message.ts";
import type { ShardReport } from "../objects/bindings.ts";
import type { SqlRow } from "../objects/sql-row.ts";
import type { Pass } from "./pass.ts";

/** How many of those that fail are told by name. */
const FAILURES_TOLD = 10;

/** What is told to those whom an operator dropped. */
const NOT_SERVED = "the operator of this hub does not serve that host";

/** Somebody who is to be told that its subscription is denied. */
export interface Farewell {
  readonly callback: string;
  readonly at: number;
  readonly reason: string;
}

/** The rows of a shard as operators see and change them. Times are milliseconds since 1970. */
export class OperatorRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  report({ target, lap, start, cursor }: Pass, nowMs: number): Omit<ShardReport, "dropped"> {
    const count = (condition: string, ...values: readonly number[]) =>
      this.#sql
        .exec<{ count: number }>(
          `SELECT count(*) AS count FROM subscriber LEFT JOIN late USING (id) WHERE expires > ? AND ${condition}`,
          nowMs,
          ...values,
        )
        .one().count;
    const waiting = lap === 2 ? "id > ? AND id <= ?" : "(id > ? OR id <= ?)";
    return {
      subscribers: count("true"),
      pending: lap === 0 ? 0 : count(`late.had IS NULL AND ${waiting}`, cursor, start),
      late: count("late.had < ?", target),
      failures: this.#failures(target),
    };
  }

  /** Takes every subscriber of a host out, to be told so. Gives how many there were. */
  drop(host: string): number {
    const all = this.#sql
      .exec<{ id: number; callback: string; at: number }>("SELECT id, callback, at FROM subscriber")
      .toArray();
    const dropped = all.filter(({ callback }) => isAt(callback, host));
    for (const { id, callback, at } of dropped) {
      this.#sql.exec("DELETE FROM subscriber WHERE id = ?", id);
      this.#sql.exec("DELETE FROM late WHERE id = ?", id);
      this.#sql.exec("INSERT OR REPLACE INTO farewell VALUES (?, ?, ?)", callback, at, NOT_SERVED);
    }
    return dropped.length;
  }

  farewells(most: number): Farewell[] {
    return this.#sql.exec<SqlRow<Farewell>>("SELECT * FROM farewell LIMIT ?", most).toArray();
  }

  said(farewells: readonly Farewell[]): void {
    for (const { callback } of farewells) this.#sql.exec("DELETE FROM farewell WHERE callback = ?", callback);
  }

  #failures(target: number): LateCallback[] {
    return this.#sql
      .exec<{ callback: string; attempts: number; due: number | null; reason: string }>(
        "SELECT callback, attempts, due, reason FROM late JOIN subscriber USING (id) WHERE had < ? LIMIT ?",
        target,
        FAILURES_TOLD,
      )
      .toArray()
      .map(({ callback, attempts, due, reason }) => ({
        host: new URL(callback).host,
        attempts,
        reason,
        due: due === null ? null : Math.ceil(due / 1000),
      }));
  }
}

function isAt(callback: string, name: string): boolean {
  const { host, hostname } = new URL(callback);
  return name === host || name === hostname;
}
