import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";

/** An article as newsboat keeps it in its cache. */
export interface NewsboatArticle {
  readonly feed: string;
  readonly guid: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  /** Whole seconds since 1970. */
  readonly published: number;
  readonly content: string;
  readonly isUnread: boolean;
}

/** A newsboat with a cache of its own, subscribed to some feeds. */
export class Newsboat {
  readonly #folder: string;

  constructor(folder: string, feeds: readonly string[]) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "urls"), `${feeds.join("\n")}\n`);
    // newsboat folds articles of one guid together unless each feed keeps its own.
    writeFileSync(join(folder, "config"), "ignore-mode display\n");
  }

  /** Polls every feed once, as `newsboat -x reload` does. */
  async reload(): Promise<void> {
    const file = (name: string) => join(this.#folder, name);
    const args = ["-u", file("urls"), "-c", file("cache.db"), "-C", file("config"), "-x", "reload"];
    await promisify(execFile)("newsboat", args, { env: { ...process.env, HOME: this.#folder } });
  }

  /** As its user does who reads everything. */
  readAll(): void {
    const database = new DatabaseSync(join(this.#folder, "cache.db"));
    try {
      database.exec("update rss_item set unread = 0");
    } finally {
      database.close();
    }
  }

  /** What it shows its user. */
  articles(): NewsboatArticle[] {
    const database = new DatabaseSync(join(this.#folder, "cache.db"), { readOnly: true });
    try {
      const rows = database.prepare(
        "select feedurl as feed, guid, title, author, url, pubDate as published, content, unread from rss_item order by feedurl, pubDate",
      );
      return rows.all().map((row) => ({
        feed: String(row.feed),
        guid: String(row.guid),
        title: String(row.title),
        author: String(row.author),
        url: String(row.url),
        published: Number(row.published),
        content: String(row.content),
        isUnread: row.unread === 1,
      }));
    } finally {
      database.close();
    }
  }
}
