import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { runProgram } from "../worker/clients/run-program.ts";
import type { FeedReader, SeenArticle } from "./reading.ts";
import { lettersIn, secondsOf } from "./reading.ts";

/** Debian's own Python: another one may not have the modules. */
const PYTHON = "/usr/bin/python3";

const newsboat: FeedReader = {
  name: "newsboat",
  programs: ["newsboat"],
  formats: ["rss", "atom"],
  mostFeeds: 16,
  async read(feeds, home) {
    const seen = new Map<string, SeenArticle[]>();
    // A cache of its own for each: of an article in two feeds newsboat keeps one.
    for (const [index, { url }] of feeds.entries()) {
      const folder = join(home, String(index));
      mkdirSync(folder);
      seen.set(url, await readOneWithNewsboat(url, folder));
    }
    return seen;
  },
};

async function readOneWithNewsboat(url: string, home: string): Promise<SeenArticle[]> {
  const file = (name: string) => join(home, name);
  writeFileSync(file("urls"), `${url}\n`);
  writeFileSync(file("config"), "");
  const args = ["-u", file("urls"), "-c", file("cache.db"), "-C", file("config"), "-x", "reload"];
  await runProgram("newsboat", args, { home });
  const database = new DatabaseSync(file("cache.db"), { readOnly: true });
  const rows = database
    .prepare("select guid, title, author, pubDate, content, enclosure_url from rss_item")
    .all();
  database.close();
  return rows.map((row) => ({
    id: String(row.guid),
    title: String(row.title),
    published: Number(row.pubDate),
    authors: String(row.author),
    letters: lettersIn(String(row.content)),
    enclosures: row.enclosure_url ? 1 : 0,
  }));
}

/** Fields of sfeed's lines, in their order. */
const SFEED_FIELDS = ["timestamp", "title", "link", "content", "type", "id", "author", "enclosure"] as const;

/** Runs sfeed for each file and address, and ends each answer with a form feed. */
const SFEED_SCRIPT = `while [ $# -gt 0 ]; do sfeed "$2" < "$1" && printf '\\f' || exit; shift 2; done`;

const sfeed: FeedReader = {
  name: "sfeed",
  programs: ["sfeed"],
  formats: ["rss", "atom"],
  async read(feeds, home) {
    const args = feeds.flatMap(({ url, text }, index) => {
      const file = join(home, String(index));
      writeFileSync(file, text);
      return [file, url];
    });
    const answers = (await runProgram("sh", ["-c", SFEED_SCRIPT, "sh", ...args])).split("\f");
    return new Map(feeds.map(({ url }, index) => [url, seenBySfeed(answers[index] ?? "")]));
  },
};

function seenBySfeed(lines: string): SeenArticle[] {
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const values = line.split("\t");
      const field = (name: (typeof SFEED_FIELDS)[number]) => values[SFEED_FIELDS.indexOf(name)] ?? "";
      return {
        id: field("id"),
        title: field("title"),
        published: Number(field("timestamp")),
        authors: field("author"),
        letters: lettersIn(field("content").replaceAll("\\n", "\n")),
        enclosures: field("enclosure") ? 1 : 0,
      };
    });
}

const FEEDPARSER_SCRIPT = `
import calendar, feedparser, json, sys
seen = []
for url in sys.argv[1:]:
    feed = feedparser.parse(url, agent="quay-test/1.0")
    assert not feed.bozo, (url, feed.bozo_exception)
    for entry in feed.entries:
        content = entry.get("content") or []
        seen.append({
            "feed": url,
            "id": entry.id,
            "title": entry.title,
            "published": calendar.timegm(entry.published_parsed),
            "authors": ", ".join(author.get("name", "") for author in entry.get("authors", [])),
            "html": content[0].value if content else entry.get("summary", ""),
            "enclosures": len(entry.enclosures),
        })
print(json.dumps(seen))
`;

const FEEDPARSER_OUTPUT = v.array(
  v.object({
    feed: v.string(),
    id: v.string(),
    title: v.string(),
    published: v.number(),
    authors: v.string(),
    html: v.string(),
    enclosures: v.number(),
  }),
);

const feedparser: FeedReader = {
  name: "feedparser (Python)",
  programs: ["r2e"],
  formats: ["rss", "atom"],
  async read(feeds, home) {
    const args = ["-", ...feeds.map(({ url }) => url)];
    const output = await runProgram(PYTHON, args, { home, input: FEEDPARSER_SCRIPT });
    return groupByFeed(
      v
        .parse(FEEDPARSER_OUTPUT, JSON.parse(output))
        .map(({ html, ...entry }) => ({ ...entry, letters: lettersIn(html) })),
    );
  },
};

const MAIL_SCRIPT = `
import email, email.policy, json, os, sys
mails = []
for name in os.listdir(sys.argv[1]):
    with open(os.path.join(sys.argv[1], name), "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    mails.append({key: str(mail.get(key, "")) for key in ("Subject", "From", "Date", "X-RSS-ID", "X-RSS-Feed")} | {"text": mail.get_content()})
print(json.dumps(mails))
`;

const MAILS = v.array(
  v.object({
    Subject: v.string(),
    From: v.string(),
    Date: v.string(),
    "X-RSS-ID": v.string(),
    "X-RSS-Feed": v.string(),
    text: v.string(),
  }),
);

const rss2email: FeedReader = {
  name: "rss2email",
  programs: ["r2e"],
  formats: ["rss", "atom"],
  mostFeeds: 2,
  async read(feeds, home) {
    const files = ["-c", join(home, "rss2email.cfg"), "-d", join(home, "rss2email.json")];
    for (const folder of ["cur", "new", "tmp"]) mkdirSync(join(home, "mail", folder), { recursive: true });
    writeFileSync(
      join(home, "rss2email.cfg"),
      `[DEFAULT]\nfrom = quay@example.com\nto = reader@example.com\ndate-header = True\nhtml-mail = True\nemail-protocol = maildir\nmaildir-path = ${home}\nmaildir-mailbox = mail\n`,
    );
    for (const [index, { url }] of feeds.entries()) {
      await runProgram("r2e", [...files, "add", `feed${index}`, url, "reader@example.com"], { home });
    }
    await runProgram("r2e", [...files, "run"], { home });
    const mails = v.parse(
      MAILS,
      JSON.parse(await runProgram(PYTHON, ["-", join(home, "mail/new")], { home, input: MAIL_SCRIPT })),
    );
    return groupByFeed(
      mails.map((mail) => ({
        feed: mail["X-RSS-Feed"],
        id: mail["X-RSS-ID"],
        title: mail.Subject,
        published: secondsOf(mail.Date),
        authors: mail.From,
        letters: lettersIn(mail.text.replace(/<style[\s\S]*?<\/style>/, "")),
        enclosures: mail.text.match(/Enclosure:/g)?.length ?? 0,
      })),
    );
  },
};

/** What feed2exec hands to a program of its user's: one field behind the other. */
const feed2exec: FeedReader = {
  name: "feed2exec",
  programs: ["feed2exec"],
  formats: ["rss", "atom"],
  mostFeeds: 2,
  async read(feeds, home) {
    const args = ["--config", join(home, "feeds.ini"), "--database", join(home, "feeds.db")];
    const logs = feeds.map((_, index) => join(home, `shown${index}`));
    for (const [index, { url }] of feeds.entries()) {
      const print = `printf "%s\\037%s\\037%s\\037%s\\n" "$0" "$1" "$2" "$3" >> ${logs[index]}`;
      const show = `/bin/sh -c '${print}' {item.id} {item.title} {item.published} {item.author}`;
      const shown = ["--output", "exec", "--args", show];
      await runProgram("feed2exec", [...args, "add", `feed${index}`, url, ...shown], { home });
    }
    await runProgram("feed2exec", [...args, "fetch"], { home });
    const seen = new Map<string, readonly SeenArticle[]>();
    for (const [index, { url }] of feeds.entries()) {
      const lines = readFileSync(logs[index] ?? "", "utf8")
        .split("\n")
        .filter(Boolean);
      seen.set(
        url,
        lines.map((line) => {
          const [id = "", title = "", published = "", authors = ""] = line.split("\u001f");
          return { id, title, published: secondsOf(published), authors, letters: 0, enclosures: 0 };
        }),
      );
    }
    return seen;
  },
};

function groupByFeed(
  articles: readonly (SeenArticle & { readonly feed: string })[],
): ReadonlyMap<string, readonly SeenArticle[]> {
  const seen = new Map<string, SeenArticle[]>();
  for (const { feed, ...article } of articles) seen.set(feed, [...(seen.get(feed) ?? []), article]);
  return seen;
}

/** What a person reads feeds with in a terminal or in mail. */
export const DEBIAN_READERS: readonly FeedReader[] = [newsboat, sfeed, feedparser, rss2email, feed2exec];
