import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Sum } from "../../src/article/sum.ts";
import { SumSet } from "../../src/article/sum-set.ts";
import { BuildCache } from "../../src/cache/build-cache.ts";
import { readCheckedBytes, writeChecked } from "../../src/cache/checked-file.ts";
import type { Manifest } from "../../src/cache/manifest.ts";
import { decodeManifest, manifestBytes } from "../../src/cache/manifest.ts";
import { writeDocuments } from "../../src/cache/remembered-documents.ts";
import type { FolderOptions } from "../../src/folder/open-folder.ts";
import { openFolder } from "../../src/folder/open-folder.ts";
import type { Folder } from "../../src/folder/read-folder.ts";
import { closeFolder, readFolder } from "../../src/folder/read-folder.ts";
import { recallSources } from "../../src/folder/recall-sources.ts";
import { parseSources } from "../../src/folder/sources.ts";
import { must } from "../bake/values.ts";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";

const OPTIONS: FolderOptions = { drafts: false, verbose: true };
const FILES = {
  "site.toml": SITE_TOML,
  "lock.txt": newswireText(),
  "tide.md":
    "---\ntitle: Tide\nday: 2025-06-30\nsumary: x\n---\nSee [the lock](lock.txt), ![a](b.svg) and é.\n\n[gone](gone.md)\n",
  "draft.md": "---\ndraft: true\n---\n# Draft\n\nText.\n",
  "bad.md": "---\ntitle: [\n---\nText.\n",
  "b.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>',
};
/** A file's own date may be what it likes. */
const AN_HOUR_AGO = Date.now() / 1000 - 3600;

interface Reading {
  /** Without functions, with the texts. */
  readonly articles: readonly unknown[];
  readonly problems: Folder["problems"];
  /** Files that were parsed. */
  readonly parsed: readonly string[];
}

/** Media files that the last reading looked into. */
let mediaReads = 0;

/** What is remembered of documents. */
const DOCUMENTS = new SumSet();
DOCUMENTS.add(new Sum().text("tide"));

/** Reads a folder with what a cache remembers, and lets it learn. */
function read(
  content: string,
  cacheFolder: string,
  { isFull = false, isDry = false, isKilled = false, spoil = () => {}, nowMs = Date.now() + 10_000 } = {},
): Reading {
  const opened = openFolder(content, OPTIONS);
  const cache = new BuildCache(cacheFolder, opened.site, { isFull, isDry, nowMs });
  const recalled = recallSources(opened, cache);
  const { sources, pending, stays, others } = recalled;
  for (const [path, source] of parseSources(opened, pending, cache)) {
    sources.set(path, source);
    if (source.remembered) others.set(path, source.remembered);
  }
  mediaReads = 0;
  const folder = closeFolder(opened, recalled, OPTIONS, (place, readMedia) =>
    cache.files.media(place, () => {
      mediaReads += 1;
      return readMedia();
    }),
  );
  spoil();
  const reading = { ...plain(folder), parsed: pending };
  cache.files.remember(stays, others);
  if (isKilled) return reading;
  cache.rememberDocuments(DOCUMENTS);
  cache.close();
  return reading;
}

function plain({ articles, problems }: Folder): Pick<Reading, "articles" | "problems"> {
  return { articles: articles.map(({ readText, ...listing }) => ({ ...listing, ...readText() })), problems };
}

/** A content folder, and what is found in it without a cache. Its readings come when it has lain still. */
function settledFolder() {
  const content = contentFolder(FILES);
  for (const name of Object.keys(FILES)) utimesSync(join(content, name), AN_HOUR_AGO, AN_HOUR_AGO);
  return { content, cache: join(temporaryFolder(), "cache"), found: plain(readFolder(content, OPTIONS)) };
}

/** What a cache has of documents when it is opened. */
function documentsIn(content: string, cacheFolder: string, { isFull = false } = {}) {
  const cache = new BuildCache(cacheFolder, openFolder(content, OPTIONS).site, { isFull, isDry: true });
  cache.close();
  return cache.documents;
}

/** Writes the manifest again, with its checksum, and other only in what is said. */
function rewriteManifest(cacheFolder: string, but: Partial<Manifest>): void {
  const file = join(cacheFolder, "manifest.table");
  const manifest = readCheckedBytes(file, decodeManifest);
  if (manifest === null) throw new Error("no manifest");
  writeChecked(file, manifestBytes({ ...manifest, files: manifest.files.rows, ...but }));
}

const SOURCES = ["bad.md", "draft.md", "lock.txt", "tide.md"] as const;

describe("the build cache", () => {
  test("gives what the files say, drafts, asides and errors included, and parses each once", () => {
    const { content, cache, found } = settledFolder();
    expect(found.articles).toHaveLength(2);
    expect(found.problems.length).toBeGreaterThanOrEqual(3);
    expect(read(content, cache)).toEqual({ ...found, parsed: SOURCES });
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
  });

  test("reads what changed, also where size and mtime are as they were", () => {
    const { content, cache } = settledFolder();
    read(content, cache);
    writeFileSync(join(content, "tide.md"), FILES["tide.md"].replace("title: Tide", "title: Ride"));
    utimesSync(join(content, "tide.md"), AN_HOUR_AGO, AN_HOUR_AGO);
    const { parsed, articles } = read(content, cache);
    expect(parsed).toEqual(["tide.md"]);
    expect(articles).toContainEqual(expect.objectContaining({ title: "Ride" }));
  });

  test("relies on stamps only of files that have lain still", () => {
    const { content, cache } = settledFolder();
    const stamps = () => {
      const { files } = must(readCheckedBytes(join(cache, "manifest.table"), decodeManifest), "manifest");
      return [...files.rows.entries()].map(([, { stamp }]) => stamp?.[0] ?? null);
    };
    read(content, cache, { nowMs: Date.now() });
    expect(stamps()).toEqual([null, null, null, null]);
    read(content, cache);
    expect(stamps()).toEqual(SOURCES.map((name) => Buffer.byteLength(FILES[name])));
  });

  test("goes by content: a file that was only touched is not parsed", () => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    utimesSync(join(content, "lock.txt"), AN_HOUR_AGO + 60, AN_HOUR_AGO + 60);
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
  });

  test("forgets what is gone, and finds it again", () => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    rmSync(join(content, "lock.txt"));
    expect(read(content, cache).articles).toHaveLength(1);
    writeFileSync(join(content, "lock.txt"), FILES["lock.txt"]);
    expect(read(content, cache)).toEqual({ ...found, parsed: ["lock.txt"] });
  });

  test("is worth nothing under other settings, and learns the new ones", () => {
    const { content, cache } = settledFolder();
    read(content, cache);
    writeFileSync(join(content, "site.toml"), `${SITE_TOML}language = "de"\n`);
    expect(read(content, cache).parsed).toEqual(SOURCES);
    expect(read(content, cache).parsed).toEqual([]);
  });

  test("is worth nothing to another program, though nothing else is wrong with it", () => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    rewriteManifest(cache, {});
    expect(read(content, cache).parsed).toEqual([]);
    rewriteManifest(cache, { program: "another" });
    expect(read(content, cache)).toEqual({ ...found, parsed: SOURCES });
    expect(mediaReads).toBe(1);
    expect(read(content, cache).parsed).toEqual([]);
  });

  test("is passed over by a full bake, which renews it", () => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    expect(read(content, cache, { isFull: true })).toEqual({ ...found, parsed: SOURCES });
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
  });

  test("learns nothing in a dry run, and uses what is there", () => {
    const { content, cache, found } = settledFolder();
    expect(read(content, cache, { isDry: true })).toEqual({ ...found, parsed: SOURCES });
    expect(existsSync(cache)).toBe(false);
    read(content, cache);
    const before = readdirSync(cache);
    writeFileSync(join(content, "new.md"), "# New\n\nText.\n");
    expect(read(content, cache, { isDry: true }).parsed).toEqual(["new.md"]);
    expect(readdirSync(cache)).toEqual(before);
  });

  test("looks into a picture once while it lies still, and again when it is another", () => {
    const { content, cache } = settledFolder();
    read(content, cache);
    expect(mediaReads).toBe(1);
    read(content, cache);
    expect(mediaReads).toBe(0);
    writeFileSync(join(content, "b.svg"), FILES["b.svg"].replace('height="4"', 'height="6"'));
    utimesSync(join(content, "b.svg"), AN_HOUR_AGO, AN_HOUR_AGO);
    read(content, cache);
    expect(mediaReads).toBe(1);
  });

  test("remembers documents", () => {
    const { content, cache } = settledFolder();
    read(content, cache);
    expect(Buffer.from(documentsIn(content, cache).bytes)).toEqual(Buffer.from(DOCUMENTS.bytes));
    expect(documentsIn(content, cache, { isFull: true }).size).toBe(0);
  });

  test("knows the files of a bake that was killed once it had read them", () => {
    const { content, cache, found } = settledFolder();
    expect(read(content, cache, { isKilled: true })).toEqual({ ...found, parsed: SOURCES });
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
    expect(read(content, cache, { isFull: true, isKilled: true })).toEqual({ ...found, parsed: SOURCES });
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
  });

  test("keeps no segment that nothing names, also where it was not to be relied on", () => {
    const { content, cache } = settledFolder();
    read(content, cache);
    const before = readdirSync(cache);
    read(content, cache, { isFull: true });
    const after = readdirSync(cache);
    expect(after.length).toBe(before.length);
    expect(after.filter((name) => before.includes(name))).toEqual(["documents.sums", "manifest.table"]);
  });

  test("puts its segments together and leaves no others behind", () => {
    const { content, cache } = settledFolder();
    for (let round = 0; round < 40; round += 1) {
      const names = ["a", "b", "c"].map((part) => `n${round}${part}.md`);
      for (const name of names) writeFileSync(join(content, name), `# Note ${name}\n\nText of ${name}.\n`);
      const { parsed } = read(content, cache);
      expect(parsed).toEqual(round === 0 ? expect.arrayContaining(names) : names);
    }
    const { parsed, articles, problems } = read(content, cache);
    expect(parsed).toEqual([]);
    expect(articles).toHaveLength(122);
    expect({ articles, problems }).toEqual(plain(readFolder(content, OPTIONS)));
    expect(readdirSync(cache).length).toBeLessThan(40);
  });
});

/** Each way in which files of a cache can be wrong: none may be believed, none may stop a bake. */
const DAMAGES: readonly { readonly name: string; readonly spoil: (folder: string) => void }[] = [
  { name: "is gone", spoil: (folder) => rmSync(folder, { recursive: true }) },
  { name: "has an empty manifest", spoil: (folder) => writeFileSync(join(folder, "manifest.table"), "") },
  {
    name: "has a manifest that was cut off",
    spoil: (folder) => truncateSync(join(folder, "manifest.table"), 300),
  },
  { name: "has a manifest with another digit", spoil: (folder) => flip(join(folder, "manifest.table"), 200) },
  {
    name: "has a manifest that says nothing",
    spoil: (folder) => writeFileSync(join(folder, "manifest.table"), "null\n"),
  },
  {
    name: "has another program's manifest",
    spoil: (folder) => rewriteManifest(folder, { program: "another" }),
  },
  {
    name: "has a manifest of another form, with its checksum",
    spoil: (folder) => writeChecked(join(folder, "manifest.table"), ['{"program":"another","files":{}}']),
  },
  {
    name: "has a manifest that is not JSON, with its checksum",
    spoil: (folder) => writeChecked(join(folder, "manifest.table"), ["program: another"]),
  },
  {
    name: "lost its outcomes",
    spoil: (folder) => each(folder, ".outcomes", (file) => rmSync(file)),
  },
  {
    name: "has outcomes that were cut off",
    spoil: (folder) => each(folder, ".outcomes", (file) => truncateSync(file, 50)),
  },
  {
    name: "has outcomes with another letter",
    spoil: (folder) => each(folder, ".outcomes", (file) => flip(file, 40)),
  },
  { name: "lost its texts", spoil: (folder) => each(folder, ".texts", (file) => rmSync(file)) },
  {
    name: "has texts that were cut off",
    spoil: (folder) => each(folder, ".texts", (file) => truncateSync(file, 50)),
  },
  {
    name: "has texts with another letter",
    spoil: (folder) => each(folder, ".texts", (file) => flip(file, 40)),
  },
];

function each(folder: string, extension: string, work: (file: string) => void): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(extension));
  if (files.length === 0) throw new Error(`nothing ends with ${extension}`);
  for (const name of files) work(join(folder, name));
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** The same for what is remembered of documents. */
const DOCUMENT_DAMAGES: readonly { readonly name: string; readonly spoil: (file: string) => void }[] = [
  { name: "are gone", spoil: (file) => rmSync(file) },
  { name: "are an empty file", spoil: (file) => writeFileSync(file, "") },
  { name: "were cut off", spoil: (file) => truncateSync(file, 60) },
  { name: "lost their checksum", spoil: (file) => truncateSync(file, readFileSync(file).lastIndexOf("\n")) },
  { name: "have another letter", spoil: (file) => flip(file, 50) },
  { name: "are another program's", spoil: (file) => writeDocuments(file, "another", DOCUMENTS) },
  { name: "have another form", spoil: (file) => writeChecked(file, ['{"program":"another"}']) },
];

describe("a damaged build cache", () => {
  test.for(DOCUMENT_DAMAGES)("whose documents $name knows none, and learns them again", ({ spoil }) => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    expect(documentsIn(content, cache).size).toBe(1);
    spoil(join(cache, "documents.sums"));
    expect(documentsIn(content, cache).size).toBe(0);
    expect(read(content, cache)).toEqual({ ...found, parsed: [] });
    expect(documentsIn(content, cache).size).toBe(1);
  });

  test.for(DAMAGES)("that $name changes nothing", ({ spoil }) => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    spoil(cache);
    expect(read(content, cache)).toMatchObject(found);
    expect(read(content, cache)).toMatchObject(found);
  });

  test.for(DAMAGES)("that $name while it is used changes nothing", ({ spoil }) => {
    const { content, cache, found } = settledFolder();
    read(content, cache);
    expect(read(content, cache, { spoil: () => spoil(cache) })).toMatchObject(found);
  });

  test("a folder that takes no file makes a bake slower, and no worse", () => {
    const { content, found } = settledFolder();
    const cache = join(temporaryFolder(), "taken");
    writeFileSync(cache, "a file");
    expect(read(content, cache)).toEqual({ ...found, parsed: SOURCES });
    expect(read(content, cache)).toEqual({ ...found, parsed: SOURCES });
  });
});
