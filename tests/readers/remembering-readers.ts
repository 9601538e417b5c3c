import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseJsonFeed } from "feedsmith";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { runProgram } from "../worker/clients/run-program.ts";
import { Newsboat } from "./feed-readers.ts";

/** An article as its reader sees it in the list. */
export interface ListedArticle {
  readonly title: string;
  readonly isUnread: boolean;
}

/** A subscription that remembers what its user has read. */
export interface Subscription {
  /** Asks for the feed once. */
  readonly poll: () => Promise<void>;
  readonly readAll: () => void;
  readonly articles: () => readonly ListedArticle[];
}

/** A reader of feeds that remembers. */
export interface RememberingReader {
  readonly name: string;
  readonly programs: readonly string[];
  readonly formats: readonly FormatName[];
  /** Whether it knows items without an id by something that stays. */
  readonly knowsWithoutIds: boolean;
  /** Subscribes to a feed; `home` is a folder of its own. */
  readonly subscribe: (url: string, home: string) => Promise<Subscription>;
}

const newsboat: RememberingReader = {
  name: "newsboat",
  programs: ["newsboat"],
  formats: ["rss", "atom"],
  knowsWithoutIds: true,
  async subscribe(url, home) {
    const reader = new Newsboat(home, [url]);
    return {
      poll: () => reader.reload(),
      readAll: () => reader.readAll(),
      articles: () => reader.articles(),
    };
  },
};

/** Keeps what it showed, by a key of its own; what comes later is unread. */
function remembering(poll: () => Promise<ReadonlyMap<string, string>>): Subscription {
  const shown = new Map<string, string>();
  const read = new Set<string>();
  return {
    async poll() {
      for (const [key, title] of await poll()) shown.set(key, title);
    },
    readAll() {
      for (const key of shown.keys()) read.add(key);
    },
    articles: () => [...shown].map(([key, title]) => ({ title, isUnread: !read.has(key) })),
  };
}

const rss2email: RememberingReader = {
  name: "rss2email",
  programs: ["r2e"],
  formats: ["rss", "atom"],
  // It takes the hash of the text, and a text may come out differently.
  knowsWithoutIds: false,
  async subscribe(url, home) {
    const files = ["-c", join(home, "rss2email.cfg"), "-d", join(home, "rss2email.json")];
    for (const folder of ["cur", "new", "tmp"]) mkdirSync(join(home, "mail", folder), { recursive: true });
    writeFileSync(
      join(home, "rss2email.cfg"),
      `[DEFAULT]\nfrom = quay@example.com\nto = reader@example.com\nemail-protocol = maildir\nmaildir-path = ${home}\nmaildir-mailbox = mail\n`,
    );
    await runProgram("r2e", [...files, "add", "feed", url, "reader@example.com"], { home });
    return remembering(async () => {
      await runProgram("r2e", [...files, "run"], { home });
      return new Map(
        readdirSync(join(home, "mail/new")).map((name) => {
          const [, subject = ""] =
            /^Subject: (.*)$/m.exec(readFileSync(join(home, "mail/new", name), "utf8")) ?? [];
          return [name, subject];
        }),
      );
    });
  },
};

const sfeed: RememberingReader = {
  name: "sfeed",
  programs: ["sfeed_update"],
  formats: ["rss", "atom"],
  knowsWithoutIds: true,
  async subscribe(url, home) {
    const rc = join(home, "sfeedrc");
    writeFileSync(rc, `sfeedpath="${home}/feeds"\nfeeds() {\n  feed "quay" "${url}"\n}\n`);
    return remembering(async () => {
      await runProgram("sfeed_update", [rc], { home });
      const lines = readFileSync(join(home, "feeds/quay"), "utf8").split("\n").filter(Boolean);
      // What it merges by: id, title and link.
      return new Map(
        lines.map((line) => {
          const [, title = "", link = "", , , id = ""] = line.split("\t");
          return [JSON.stringify([id, title, link]), title];
        }),
      );
    });
  },
};

const feed2exec: RememberingReader = {
  name: "feed2exec",
  programs: ["feed2exec"],
  formats: ["rss", "atom"],
  knowsWithoutIds: true,
  async subscribe(url, home) {
    const log = join(home, "shown");
    writeFileSync(log, "");
    const args = ["--config", join(home, "feeds.ini"), "--database", join(home, "feeds.db")];
    const show = `/bin/sh -c 'echo "$0" >> ${log}' {item.title}`;
    await runProgram("feed2exec", [...args, "add", "quay", url, "--output", "exec", "--args", show], {
      home,
    });
    return remembering(async () => {
      forgetAnswers(join(home, "feeds.db"));
      await runProgram("feed2exec", [...args, "fetch"], { home });
      const titles = readFileSync(log, "utf8").split("\n").filter(Boolean);
      return new Map(titles.map((title, at) => [String(at), title]));
    });
  },
};

/** It asks again only once an answer is stale by its `max-age`: as if that time had passed. */
function forgetAnswers(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec("delete from content");
  } finally {
    database.close();
  }
}

/** No program for a terminal reads JSON Feed: a parser that apps use, and the ids that it gave before. */
const feedsmith: RememberingReader = {
  name: "feedsmith",
  programs: [],
  formats: ["json"],
  knowsWithoutIds: false,
  async subscribe(url) {
    return remembering(async () => {
      const feed = parseJsonFeed(await (await fetch(url)).text());
      return new Map((feed.items ?? []).map(({ id = "", title = "" }) => [id, title]));
    });
  },
};

export const REMEMBERING_READERS: readonly RememberingReader[] = [
  newsboat,
  rss2email,
  sfeed,
  feed2exec,
  feedsmith,
];
