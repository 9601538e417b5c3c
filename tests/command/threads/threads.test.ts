import { afterAll, beforeAll, expect, test } from "vitest";
import { corpus } from "../../../scripts/bench/corpus.ts";
import type { BakeInput } from "../../../src/bake/bake-input.ts";
import type { BakedSite } from "../../../src/bake/bake-site.ts";
import { bakeSite } from "../../../src/bake/bake-site.ts";
import type { PlainMetadata } from "../../../src/bake/store-representation.ts";
import { BuildCache } from "../../../src/cache/build-cache.ts";
import { Spool } from "../../../src/cache/spool.ts";
import { bakeContent } from "../../../src/command/bake/bake-content.ts";
import { parseInThreads } from "../../../src/command/threads/parse-in-threads.ts";
import type { ParseTask } from "../../../src/command/threads/tasks.ts";
import { ThreadPool } from "../../../src/command/threads/thread-pool.ts";
import { ThreadedStore } from "../../../src/command/threads/threaded-store.ts";
import { openFolder } from "../../../src/folder/open-folder.ts";
import { closeFolder, readFolder } from "../../../src/folder/read-folder.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const OPTIONS = { drafts: false, verbose: true };
const STYLES = {
  stylesheet: "p { margin: 0 }",
  textStylesheet: "math { margin: 0 }",
  feedStylesheet: "item { display: block }",
};

let threads: ThreadPool;
beforeAll(() => {
  threads = new ThreadPool(2);
});
afterAll(() => threads.close());

/** Enough for several archives, with links, pictures, warnings and errors in every part of the folder. */
function largeFolder(): string {
  const articles = [...corpus(150)].map(({ section, slug, markdown }, at) => [
    `${section}/${slug}.md`,
    `${markdown}\n![A boat](/boat.svg) [gone](gone-${at}.md)\n`,
  ]);
  return contentFolder({
    "site.toml": `${SITE_TOML}feed_items = 5\n[redirects]\n"/old" = "/rss.xml"\n`,
    "boat.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>',
    "weather/zero.md": "---\ndate: 0001-01-01T00:00:00Z\n---\n# Zero\n\nText.\n",
    "weather/ahead.md": "---\ndate: 2026-02-01T09:00:00Z\nexpires: 2026-02-02\n---\n# Ahead\n\nText.\n",
    "world/clash.md": "---\npermalink: /subscribe\n---\n# Clash\n\nText.\n",
    ...Object.fromEntries(articles),
  });
}

const plain = ({ documents, ledger, problems, articles }: BakedSite) => ({
  documents: documents.map(({ representation, ...document }) => ({
    ...document,
    metadata: representation?.metadata,
    value: representation && Buffer.from(representation.value).toString("base64"),
    bytes: representation?.storedBytes ?? representation?.value.byteLength,
  })),
  ledger,
  problems,
  articles: [...articles].map(({ readText, ...told }) => ({ ...told, ...readText() })),
});

test("threads parse and compress what one does, byte for byte, in the same order, with the same problems", async () => {
  const content = largeFolder();
  const alone = readFolder(content, OPTIONS);
  const input = (folder: typeof alone): BakeInput => ({
    site: folder.site,
    sources: folder.articles,
    media: folder.media,
    ...STYLES,
    ledger: EMPTY_LEDGER,
    now: 1_767_225_600,
    clock: () => 0,
  });
  const expected = bakeSite(input(alone));
  expect(expected.documents.length).toBeGreaterThan(200);
  expect(expected.sealed.length).toBe(2);
  expect(expected.problems.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);

  const opened = openFolder(content, OPTIONS);
  const cache = new BuildCache(temporaryFolder(), opened.site, { isFull: false, isDry: false });
  const sources = await parseInThreads(opened, opened.sources, cache, threads);
  const together = closeFolder(opened, { sources }, OPTIONS);
  expect(together.problems).toEqual(alone.problems);
  const spool = new Spool(cache.disk.writeFolder);
  const told: (readonly [number, number])[] = [];
  const baked = await bakeContent(input(together), spool, (...far) => told.push(far), 100);
  expect(plain(baked)).toEqual(plain(expected));
  expect(told.every(([documents, total]) => documents <= total)).toBe(true);
  expect(told.length).toBeGreaterThan(0);
  spool.close();
  expect(() => baked.documents.map(({ representation }) => representation?.value)).toThrow();
});

test("what a thread throws is thrown where its work is awaited", async () => {
  const store = new ThreadedStore(threads, new Spool(temporaryFolder()));
  const broken = store.store({ kind: "none" } as unknown as PlainMetadata, Buffer.from("x"), undefined);
  expect(() => broken.value).toThrow("before it was compressed");
  await expect(store.settled()).rejects.toThrow();
});

test("a fault of the disk is told by its code, and the thread takes what comes next", async () => {
  const parse = (root: string): ParseTask => ({
    kind: "parse",
    root,
    site: openFolder(contentFolder({ "site.toml": SITE_TOML }), OPTIONS).site,
    cacheFolder: root,
    paths: [],
  });
  const alone = new ThreadPool(1);
  const noFolder = { code: "ENOTDIR", path: expect.stringContaining("/dev/null/none"), syscall: "open" };
  for (const root of ["/dev/null/none", "/dev/null/none"])
    await expect(alone.run(parse(root))).rejects.toMatchObject(noFolder);
  await expect(alone.run(parse(temporaryFolder()))).resolves.toEqual([]);
  await alone.close();
});

test("values wait in a file where memory has no room for them", () => {
  const spool = new Spool(temporaryFolder(), 10);
  const reads = ["12345", "123456789", "1", "", "the last of them"].map((text) =>
    spool.keep(Buffer.from(text)),
  );
  expect(reads.map((read) => Buffer.from(read()).toString())).toEqual([
    "12345",
    "123456789",
    "1",
    "",
    "the last of them",
  ]);
  spool.close();
  expect(() => reads[1]?.()).toThrow();
  expect(Buffer.from(reads[0]?.() ?? []).toString()).toBe("12345");
});
