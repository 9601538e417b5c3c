import type { HubSignature, ReleasesMessage } from "../../representation/hub-message.ts";
import type { SqlRow } from "../objects/sql-row.ts";

/** A feed that changes by itself. */
export interface DueRelease {
  /** Whole seconds since 1970. */
  readonly at: number;
  readonly topic: string;
  readonly hub: string;
  readonly signature: HubSignature;
}

/** Which feeds change by themselves, and when each is looked at. Times are seconds since 1970. */
export class ReleaseRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS release (
        at INTEGER NOT NULL, topic TEXT NOT NULL, hub TEXT NOT NULL, signature TEXT NOT NULL, look INTEGER NOT NULL,
        PRIMARY KEY (at, topic)
      ) WITHOUT ROWID;
    `);
  }

  /** Takes what lies ahead in the place of what did; what has passed and is not done stays. */
  replace({ releases, hub, signature }: ReleasesMessage, now: number): void {
    this.#sql.exec("DELETE FROM release WHERE at > ?", now);
    for (const { at, topics } of releases) {
      for (const topic of topics) {
        this.#sql.exec("INSERT OR IGNORE INTO release VALUES (?, ?, ?, ?, ?)", at, topic, hub, signature, at);
      }
    }
  }

  due(now: number, most: number): DueRelease[] {
    return this.#sql
      .exec<SqlRow<DueRelease>>(
        "SELECT at, topic, hub, signature FROM release WHERE look <= ? ORDER BY at LIMIT ?",
        now,
        most,
      )
      .toArray();
  }

  postpone({ at, topic }: DueRelease, look: number): void {
    this.#sql.exec("UPDATE release SET look = ? WHERE at = ? AND topic = ?", look, at, topic);
  }

  done({ at, topic }: DueRelease): void {
    this.#sql.exec("DELETE FROM release WHERE at = ? AND topic = ?", at, topic);
  }

  /** When something is to be looked at next; null: never. */
  next(): number | null {
    return this.#sql.exec<{ next: number | null }>("SELECT min(look) AS next FROM release").one().next;
  }
}
