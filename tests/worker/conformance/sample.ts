import { hash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { CONTRACT_VERSION } from "../../../src/representation/contract.ts";
import { decodeMetadata } from "../../../src/representation/decode-metadata.ts";
import {
  goneRepresentation,
  movedRepresentation,
  packedRepresentation,
} from "../../../src/representation/moved.ts";
import { longestFirst } from "../../../src/representation/redirects/pattern.ts";
import { packRedirects } from "../../../src/representation/redirects/table.ts";
import { SITE_TOML } from "../../content-folder.ts";
import { BakedSite, markdownArticle, PIXEL } from "../baked-site.ts";
import type { KvEntry } from "../edge.ts";
import { entryOf } from "../edge.ts";

/** A document of the sample, as a client should get it. */
export interface SampleDocument {
  readonly path: string;
  readonly name: string;
  readonly kind: "feed" | "archive" | "article" | "page" | "asset" | "text" | "media";
  readonly type: string;
  /** As it is without any coding. */
  readonly body: Buffer;
  readonly tag: string;
  /** Tag of the edition before; the same where the document did not change. */
  readonly tagBefore: string;
  readonly lastModified: number;
  /** The smallest coding that it is stored in; null where that is none. */
  readonly bestCoding: "br" | "gzip" | null;
}

/** Two editions of a site, and values that no bake of today writes. */
export interface Sample {
  /** The instant from which the sample is looked at; seconds since 1970. */
  readonly now: number;
  readonly documents: readonly SampleDocument[];
  /** Feeds that hold all there is, of which one article in four changed. */
  readonly complete: readonly SampleDocument[];
  readonly entries: readonly KvEntry[];
}

/** How old the sample is: young enough for deltas, old enough for a newer edition. */
const AGE_SECONDS = 3600;

/** A target that fits no metadata. */
export const LONG_TARGET = `https://elsewhere.example/${"long/".repeat(300)}`;

/** What the sample's icon is published under, but for format and recipe. */
export const ICON = `/media/${hash("sha256", PIXEL, "hex").slice(0, 20)}`;

/** Bakes the sample for an edge whose clock says `now`: twelve articles, then one new and one corrected. */
export function bakeSample(now: number): Sample {
  const edition = now - AGE_SECONDS;
  const site = new BakedSite();
  const image = Buffer.concat([PIXEL, Buffer.alloc(3000, "padding ")]);
  const before = site.bake(articles(12), edition - AGE_SECONDS);
  const corrected = markdownArticle("Article 12, corrected", "2025-07-12T10:00:00Z");
  const after = site.bake({ ...articles(13, " It is sweet."), "article-12.md": corrected }, edition);
  const entries = new Map([...before.put, ...after.put].map((entry) => [entry.key, entry]));
  const tags = new Map(before.put.map(({ key, metadata }) => [key, decodeMetadata(metadata)?.tag]));

  function articles(count: number, last = ""): Record<string, string | Uint8Array> {
    const named = Array.from({ length: count }, (_, at) => {
      const day = String(at + 1).padStart(2, "0");
      const more = at === 0 ? "![The quay](quay.png)" : "";
      return [
        `article-${at + 1}.md`,
        markdownArticle(`Article ${at + 1}`, `2025-07-${day}T10:00:00Z`, { more }),
      ] as const;
    });
    const filed = Array.from({ length: 4 }, (_, at) => {
      const matter = `date: 2025-06-0${at + 1}T09:00:00Z\nsection: harbour\ntags: [Café]\nauthor: Ana Holm`;
      const text = "It is hot, and there is enough of it for everybody who comes. ".repeat(3);
      return [`cup-${at}.md`, `---\n${matter}\n---\n# Cup ${at}\n\n${text}${at < 3 ? "" : last}\n`] as const;
    });
    return {
      ...Object.fromEntries([...filed, ...named]),
      "quay.png": image,
      "icon.png": PIXEL,
      "site.toml": `${SITE_TOML}icon = "icon.png"\nfeed_items = 5\narticle_formats = ["json", "markdown"]\n`,
    };
  }

  const document = (kind: SampleDocument["kind"], name: string, matches: (key: string) => boolean) => {
    const [path, entry] = [...entries].find(([key]) => matches(key)) ?? [];
    const metadata = decodeMetadata(entry?.metadata);
    if (!path || !entry || !metadata) throw new Error(`the sample has no ${name}`);
    const { gzip, brotli } = metadata.stored;
    const bestCoding = brotli > 0 ? "br" : gzip > 0 ? "gzip" : null;
    const body = gzip > 0 ? gunzipSync(entry.value.subarray(0, gzip)) : Buffer.from(entry.value);
    const { type, tag, lastModified } = metadata;
    return {
      path,
      name,
      kind,
      type,
      body,
      tag,
      tagBefore: tags.get(path) ?? tag,
      lastModified,
      bestCoding,
    } as const;
  };
  const plain = textEntry(edition);
  entries.set(plain.key, plain);
  return {
    now,
    documents: [
      document("feed", "RSS", (key) => key === "/rss.xml"),
      document("feed", "Atom", (key) => key === "/atom.xml"),
      document("feed", "JSON Feed", (key) => key === "/feed.json"),
      document("archive", "archive in Atom", (key) => key === "/archive/1/atom.xml"),
      document("page", "front page", (key) => key === "/"),
      document("page", "article", (key) => key === "/articles/article-3"),
      document("article", "article in JSON", (key) => key === "/articles/article-3.json"),
      document("article", "article in Markdown", (key) => key === "/articles/article-3.md"),
      document("asset", "stylesheet", (key) => key.endsWith(".css")),
      document("text", "list of channels", (key) => key === "/feeds.opml"),
      document("text", "text in one coding", (key) => key === "/plain.txt"),
      document("media", "image", (key) => /^\/media\/[0-9a-f]{20}\.png$/.test(key)),
    ],
    complete: [
      document("feed", "complete RSS", (key) => key === "/sections/harbour/rss.xml"),
      document("feed", "complete Atom", (key) => key === "/sections/harbour/atom.xml"),
    ],
    entries: [...entries.values(), ...specialEntries(edition)],
  };
}

/** A plain text in identity alone. */
function textEntry(edition: number): KvEntry {
  const value = Buffer.from("As it is.\n");
  return {
    key: "/plain.txt",
    value,
    metadata: {
      v: 2,
      s: 200,
      k: "text",
      t: "text/plain; charset=utf-8",
      e: `W/"${edition}.0123456789abcdef"`,
      m: edition,
      p: 900,
      n: value.byteLength,
      l: [0, 0, value.byteLength, 0],
    },
  };
}

function specialEntries(edition: number): KvEntry[] {
  const value = Buffer.from("old");
  const tag = `W/"${edition}.0123456789abcdef"`;
  const old = {
    v: 1,
    s: 200,
    k: "text",
    t: "text/plain; charset=utf-8",
    e: tag,
    m: edition,
    p: 900,
    n: 3,
    l: [0, 0, 3],
  };
  return [
    entryOf("/moved", movedRepresentation("/articles/article-3", edition)),
    entryOf("/moved-for-good", movedRepresentation("https://elsewhere.example/new", edition, 308)),
    entryOf("/moved-far", movedRepresentation(LONG_TARGET, edition)),
    entryOf("/gone", goneRepresentation(edition)),
    entryOf("/with-slash/", movedRepresentation("/", edition)),
    entryOf("/releases/v4.2.0/", movedRepresentation("/articles/article-3", edition)),
    entryOf("/atom", movedRepresentation("/atom.xml?overridden", edition)),
    ...packedEntries(edition),
    { key: "/contract-before", value, metadata: old },
    { key: "/contract-after", value, metadata: { ...old, v: CONTRACT_VERSION + 1 } },
    { key: "/foreign", value, metadata: null },
    { key: "/injected-type", value, metadata: { ...old, t: "text/plain\r\nSet-Cookie: a=b" } },
    { key: "/injected-tag", value, metadata: { ...old, e: '"a"\r\nSet-Cookie: a=b' } },
    {
      key: "/injected-target",
      value,
      metadata: { ...old, v: 2, s: 301, k: "moved", r: "/a\r\nSet-Cookie: a=b", l: [0, 0, 3, 0] },
    },
    {
      key: "/open-target",
      value,
      metadata: { ...old, v: 2, s: 301, k: "moved", r: "//elsewhere.example/", l: [0, 0, 3, 0] },
    },
    {
      key: "/script-target",
      value,
      metadata: { ...old, v: 2, s: 301, k: "moved", r: "javascript:alert(1)", l: [0, 0, 3, 0] },
    },
    { key: "/short-value", value, metadata: { ...old, n: 9, l: [4, 5, 0] } },
  ];
}

/** Redirects as a bake packs them. */
export const REDIRECTS = {
  rows: {
    "/packed": { to: "/articles/article-3", status: 301 },
    "/packed-query": { to: "/articles/article-3?own=1#end", status: 301 },
    "/packed-for-now": { to: "https://elsewhere.example/now", status: 302 },
    "/packed-308": { to: "/articles/article-3", status: 308 },
    "/packed-away": { to: "/", status: 410 },
    "/wild/exact": { to: "/articles/article-2", status: 301 },
    "/?p=12": { to: "/articles/article-1", status: 301 },
    "/?feed=rss2": { to: "/rss.xml", status: 301 },
    "/show.php?cat=1&id=7": { to: "/articles/article-2", status: 301 },
    "/?id=7": { to: "/articles/article-4", status: 301 },
    "/slashed/": { to: "/slashed", status: 301 },
    "/spelled/": { to: "/%73pelled", status: 301 },
    "/broken": { to: "//elsewhere.example/", status: 301 },
  },
  patterns: [
    { from: "/wild/*", to: "/articles/:splat", status: 301 },
    { from: "/wild/long/*", to: "https://elsewhere.example/:splat?from=wild", status: 301 },
    { from: "/joined*", to: "/:splat", status: 301 },
    { from: "/to-moved/*", to: "/moved", status: 301 },
    { from: "/news/:year/:name", to: "/articles/:name", status: 301 },
    { from: "/from/*/page", to: "/wild/:splat", status: 301 },
    { from: "/dropped/*", to: "/", status: 410 },
  ],
} as const;

function packedEntries(edition: number): KvEntry[] {
  const table = {
    origin: "https://quay.example",
    hosts: ["old.example", "www.quay.example"],
    queries: ["id"],
    patterns: longestFirst(REDIRECTS.patterns),
    rows: new Map(Object.entries(REDIRECTS.rows)),
  };
  return [...packRedirects(table)].map(([key, text]) => entryOf(key, packedRepresentation(text, edition)));
}
