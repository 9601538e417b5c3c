import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { runHere } from "../command/run-here.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import type { ServedSite } from "../served-site.ts";
import { serveSite } from "../served-site.ts";
import { DEBIAN_READERS } from "./debian-readers.ts";
import { PACKAGE_READERS } from "./package-readers.ts";
import type { FeedReader, SeenArticle, ServedFeed } from "./reading.ts";
import { lettersIn, secondsOf } from "./reading.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** An episode beside the sample articles, so that every reader meets enclosures. */
const EPISODE = `---
date: 2025-07-01T10:00:00Z
author: Harbour Desk
enclosures:
  - { url: https://audio.example/1.mp3, length: 48210333, type: audio/mpeg, duration: 3067 }
  - { url: https://audio.example/1.pdf, length: 20333, type: application/pdf }
---
# The tide, read aloud: 2 < 3 & R&B in \`a<b()\`

An hour of tide tables.
`;

/** What the feed says of an article, by its own JSON. */
interface Said {
  readonly id: string;
  readonly title: string;
  readonly published: number | null;
  readonly updated: number | null;
  readonly authors: readonly string[];
  readonly letters: number;
  readonly enclosures: number;
  /** Whether a picture stands for it. */
  readonly isPictured: boolean;
}

/** What a reader holds otherwise than the feed says it; docs/readers.md tells why. */
type Quirk = (said: Said, format: FormatName) => object;

const oneEnclosure: Quirk = ({ enclosures }) => ({ enclosures: Math.min(1, enclosures) });

const first = ({ authors }: Said) => authors[0] ?? "";
const last = ({ authors }: Said) => authors.at(-1) ?? "";

const QUIRKS: Readonly<Record<string, Quirk>> = {
  newsboat: (said, format) => ({
    ...oneEnclosure(said, format),
    ...(format === "rss" && { authors: last(said) }),
  }),
  sfeed: (said, format) => ({ ...oneEnclosure(said, format), authors: first(said) }),
  "feedparser (Python)": (said, format) => (format === "rss" ? oneEnclosure(said, format) : {}),
  rss2email: (said, format) => ({
    authors: expect.stringMatching(new RegExp(`The Saltmere Lantern: (${said.authors.join("|")})"`)),
    published: said.updated,
    letters: expect.any(Number),
    ...(format === "rss" && oneEnclosure(said, format)),
  }),
  "rss-parser": (said, format) => ({
    authors: first(said),
    ...(format === "rss" ? oneEnclosure(said, format) : { enclosures: 0 }),
  }),
  feed2exec: (said) => ({
    authors: expect.stringContaining(last(said)),
    letters: 0,
    enclosures: 0,
  }),
  "feedparser (npm)": (said, format) => ({
    // It takes every media:content for a file that comes along.
    enclosures: said.enclosures + (said.isPictured ? 1 : 0),
    authors: format === "atom" && said.authors.length > 1 ? "" : first(said),
  }),
  "feed-extractor": (said, format) => ({
    authors: "",
    letters: expect.any(Number),
    enclosures: 0,
    ...(format === "atom" && { published: said.updated }),
  }),
};

const ITEMS = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      date_published: v.string(),
      date_modified: v.string(),
      content_html: v.string(),
      authors: v.optional(v.array(v.object({ name: v.string() })), []),
      attachments: v.optional(v.array(v.unknown()), []),
      image: v.optional(v.string()),
    }),
  ),
});

function saidBy(json: string): Said[] {
  return v.parse(ITEMS, JSON.parse(json)).items.map((item) => ({
    id: item.id,
    title: item.title,
    published: secondsOf(item.date_published),
    updated: secondsOf(item.date_modified),
    authors: item.authors.map(({ name }) => name),
    letters: lettersIn(item.content_html),
    enclosures: item.attachments.length,
    isPictured: item.image !== undefined,
  }));
}

const state: { site: ServedSite | null; feeds: ServedFeed[]; said: Map<string, Said[]> } = {
  site: null,
  feeds: [],
  said: new Map(),
};

const folder = mkdtempSync(join(tmpdir(), "feedwright-"));

/** The folder of a feed's addresses: what its three formats have in common. */
const channelOf = (url: string) => new URL(".", url).pathname;

beforeAll(async () => {
  const content = join(folder, "content");
  const persistTo = join(folder, "state");
  cpSync(SEEDS, content, { recursive: true });
  contentFolder({ "harbour/tide-aloud.md": EPISODE }, content);
  await runHere("bake", ["--content", content, "--persist-to", persistTo, "--now", "2026-01-01T00:00:00Z"]);
  state.site = await serveSite(persistTo);
  const { origin } = state.site;
  const opml = await (await fetch(`${origin}/feeds.opml`)).text();
  for (const [, address = ""] of opml.matchAll(/xmlUrl="([^"]*)"/g)) {
    for (const format of FORMAT_NAMES) {
      const url = `${origin}${new URL(address).pathname}`.replace(/\/rss\.xml$/, FILE[format]);
      const response = await fetch(url);
      expect(response.status).toBe(200);
      state.feeds.push({ url, format, text: await response.text() });
    }
  }
  for (const { url, format, text } of state.feeds)
    if (format === "json") state.said.set(channelOf(url), saidBy(text));
});

afterAll(async () => {
  await state.site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const FILE: Readonly<Record<FormatName, string>> = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json" };

describe.for([...DEBIAN_READERS, ...PACKAGE_READERS])("$name", (reader) => {
  test.skipIf(!reader.programs.every(hasProgram))("reads every feed of the sample site", async () => {
    const feeds = state.feeds
      .filter(({ format }) => reader.formats.includes(format))
      .slice(0, reader.mostFeeds);
    expect(feeds.length).toBeGreaterThan(1);
    const seen = await reader.read(feeds, temporaryFolder());
    for (const { url, format } of feeds) {
      const said = state.said.get(channelOf(url)) ?? [];
      const held = seen.get(url) ?? [];
      expect({ url, articles: byId(held) }).toEqual({
        url,
        articles: byId(said.map((one) => expected(reader, one, format))),
      });
    }
    console.log(tableOf(reader, feeds, seen));
  });
});

function expected(reader: FeedReader, said: Said, format: FormatName) {
  const { updated: _, isPictured: __, authors, ...same } = said;
  return { ...same, authors: authors.join(", "), ...QUIRKS[reader.name]?.(said, format) };
}

function byId<T extends { readonly id: string }>(articles: readonly T[]): T[] {
  return articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a reader sees of the newest article of the harbour and of the episode, for docs/readers.md. */
function tableOf(
  { name }: FeedReader,
  feeds: readonly ServedFeed[],
  seen: ReadonlyMap<string, readonly SeenArticle[]>,
): string {
  const rows = feeds
    .filter(({ url }) => channelOf(url) === "/")
    .flatMap(({ url, format }) =>
      (seen.get(url) ?? [])
        .filter(({ title }) => title.startsWith("The "))
        .map((one) =>
          [format, one.title, one.published, one.authors, one.id, one.letters, one.enclosures].join(" | "),
        ),
    );
  return [`${name}: ${feeds.length} feeds`, ...rows].join("\n");
}
