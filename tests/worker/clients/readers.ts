import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { runProgram } from "./run-program.ts";

/** A real feed reader with a home of its own, subscribed to one feed. */
export interface Reader {
  readonly name: string;
  /** Programs of the machine that it needs. */
  readonly programs: readonly string[];
  /** Whether it shows a changed article anew, rather than the first version for ever. */
  readonly showsChanges: boolean;
  /** What answers it where something changed since the edition that it has. */
  readonly statusOfChange: 200 | 226;
  subscribe(home: string, url: string): Promise<void>;
  poll(home: string): Promise<void>;
  /** Titles of the articles that it has, each as often as it has it. */
  titles(home: string): string[];
}

const newsboat: Reader = {
  name: "newsboat",
  statusOfChange: 226,
  programs: ["newsboat"],
  showsChanges: true,
  async subscribe(home, url) {
    writeFileSync(join(home, "urls"), `${url}\n`);
    writeFileSync(join(home, "config"), "");
  },
  async poll(home) {
    const files = ["-u", "urls", "-c", "cache.db", "-C", "config"].map((arg) =>
      arg.startsWith("-") ? arg : join(home, arg),
    );
    await runProgram("newsboat", [...files, "-x", "reload"], { home });
  },
  titles(home) {
    const database = new DatabaseSync(join(home, "cache.db"), { readOnly: true });
    try {
      return database
        .prepare("SELECT title FROM rss_item")
        .all()
        .map(({ title }) => String(title));
    } finally {
      database.close();
    }
  },
};

/** Keeps validators and entries by id as an application over feedparser does. */
const FEEDPARSER_SCRIPT = `
import feedparser, json, sys
path, url, name = sys.argv[1:]
try:
    state = json.load(open(path))
except FileNotFoundError:
    state = {"etag": None, "modified": None, "entries": {}}
feed = feedparser.parse(url, etag=state["etag"], modified=state["modified"], agent=name or None)
assert feed.status in (200, 226, 304), feed.status
assert not feed.bozo, feed.bozo_exception
state["etag"] = feed.get("etag") or state["etag"]
state["modified"] = feed.get("modified") or state["modified"]
for entry in feed.entries:
    state["entries"][entry.id] = entry.title
json.dump(state, open(path, "w"))
`;

/** Debian's own Python: another one may not have the module. */
const PYTHON = "/usr/bin/python3";

/** A program over feedparser under a name; without one it comes as feedparser. */
const overFeedparser = (name: string, statusOfChange: 200 | 226): Reader => ({
  name: `feedparser ${name}`.trim(),
  statusOfChange,
  programs: ["r2e"],
  showsChanges: true,
  async subscribe(home, url) {
    writeFileSync(join(home, "url"), url);
  },
  async poll(home) {
    const url = readFileSync(join(home, "url"), "utf8");
    await runProgram(PYTHON, ["-", join(home, "state.json"), url, name], { home, input: FEEDPARSER_SCRIPT });
  },
  titles(home) {
    const state = JSON.parse(readFileSync(join(home, "state.json"), "utf8")) as {
      entries: Record<string, string>;
    };
    return Object.values(state.entries);
  },
});

const rss2email: Reader = {
  name: "rss2email",
  // It asks for deltas, as feedparser does, but takes a 226 for an error.
  statusOfChange: 200,
  programs: ["r2e"],
  showsChanges: false,
  async subscribe(home, url) {
    const config = join(home, "rss2email.cfg");
    for (const folder of ["cur", "new", "tmp"]) mkdirSync(join(home, "mail", folder), { recursive: true });
    writeFileSync(
      config,
      `[DEFAULT]\nfrom = quay@example.com\nto = reader@example.com\nemail-protocol = maildir\nmaildir-path = ${home}\nmaildir-mailbox = mail\n`,
    );
    await runProgram("r2e", [...rss2emailFiles(home), "add", "quay", url, "reader@example.com"], { home });
  },
  async poll(home) {
    await runProgram("r2e", [...rss2emailFiles(home), "run"], { home });
  },
  titles(home) {
    return readdirSync(join(home, "mail/new")).map((file) => {
      const mail = readFileSync(join(home, "mail/new", file), "utf8");
      return /^Subject: (.*)$/m.exec(mail)?.[1] ?? "";
    });
  },
};

function rss2emailFiles(home: string): string[] {
  return ["-c", join(home, "rss2email.cfg"), "-d", join(home, "rss2email.json")];
}

export const READERS: readonly Reader[] = [
  newsboat,
  overFeedparser("quay-test/1.0", 226),
  overFeedparser("", 200),
  rss2email,
];
