import type { Policy } from "../objects/bindings.ts";

interface TopicState {
  /** Null before the first subscription. */
  readonly url: string | null;
  readonly paused: boolean;
  /** The edition that shards are to be woken for; 0: none. */
  readonly waking: number;
  /** The last shard that was. */
  readonly woken: number;
}

/** What a topic knows of itself, and what operators said of it. */
export class TopicRow {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  read(): TopicState {
    const [row] = this.#sql
      .exec<{ url: string; paused: number; waking: number; woken: number }>("SELECT * FROM topic")
      .toArray();
    if (!row) return { url: null, paused: false, waking: 0, woken: 0 };
    const { url, paused, waking, woken } = row;
    return { url, paused: paused !== 0, waking, woken };
  }

  url(): string | null {
    return this.read().url;
  }

  open(url: string, { paused, dropped }: Policy): void {
    this.#sql.exec("INSERT OR IGNORE INTO topic (one, url, paused) VALUES (1, ?, ?)", url, Number(paused));
    for (const host of dropped) this.drop(host);
  }

  pause(paused: boolean): void {
    this.#sql.exec("UPDATE topic SET paused = ?", Number(paused));
  }

  drop(host: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO dropped VALUES (?)", host);
  }

  allow(host: string): void {
    this.#sql.exec("DELETE FROM dropped WHERE host = ?", host);
  }

  /** Whether operators dropped the host of a callback, by its name or with its port. */
  isDropped(callback: string): boolean {
    const { host, hostname } = new URL(callback);
    const found = this.#sql.exec("SELECT host FROM dropped WHERE host IN (?, ?)", host, hostname);
    return found.toArray().length > 0;
  }

  wake(edition: number): void {
    this.#sql.exec("UPDATE topic SET waking = ?, woken = 0", edition);
  }

  /** Notes how far shards are awake; null: all of them. False where another edition begins from the first. */
  wokeUpTo(edition: number, number: number | null): boolean {
    const { waking } = this.read();
    if (waking !== edition) return false;
    if (number === null) this.#sql.exec("UPDATE topic SET waking = 0, woken = 0");
    else this.#sql.exec("UPDATE topic SET woken = ?", number);
    return true;
  }
}
