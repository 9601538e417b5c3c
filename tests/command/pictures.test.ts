import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bake } from "../../src/command/bake/bake.ts";
import type { BakeFlags } from "../../src/command/flags/bake-flags.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { mp3Sound } from "../media-files.ts";
import { once } from "../once.ts";
import { cornered, phonePhoto, SECRETS, toldPng } from "../pictures/photographs.ts";
import { plainValues } from "../standing/published-store.ts";

/** Outlives its bakes. */
class KeptStore extends MemoryStore {
  override async close(): Promise<void> {}
}

const bakeInto = (store: MemoryStore, content: string, but: Partial<BakeFlags> = {}) =>
  bake({ content, persistTo: join(temporaryFolder(), "state"), ...but }, async () => store);

/** Every document's text and bytes, by key. */
async function documentsOf(store: MemoryStore): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const { key, parts } of plainValues(store)) {
    found.set(key, Buffer.concat(parts).toString("latin1"));
  }
  return found;
}

const article = (name: string) =>
  `---\ntitle: ${name}\ndate: 2025-05-01\nimage: ${name}\n---\n![Once more](${name})\n\nText.\n`;

const [PHOTO, PNG] = [await phonePhoto(6, 2000, 1500), await toldPng()];

function folder(settings = ""): string {
  return contentFolder({
    "site.toml": `${SITE_TOML}${settings}`,
    "a.md": article("a.jpg"),
    "a.jpg": PHOTO,
    "b.md": article("b.png"),
    "b.png": PNG,
  });
}

/** Addresses below `/media/` that documents name and that are not there. */
function missingFrom(documents: ReadonlyMap<string, string>): readonly string[] {
  const named = [...documents].flatMap(([key, text]) =>
    key.startsWith("/media/") || key.startsWith("ledger") || key.startsWith("journal")
      ? []
      : [...text.matchAll(/quay\.example(\/media\/[\w.-]+)/g)].map(([, address = ""]) => address),
  );
  return [...new Set(named)].filter((address) => !documents.has(address));
}

describe("a site with photographs", () => {
  /** Most tests look at the same one. */
  const published = once(async () => {
    const store = new KeptStore();
    const { report } = await bakeInto(store, folder());
    return { store, report, documents: await documentsOf(store) };
  });

  test("tells nobody who took them, where, and with what", async () => {
    const { report, documents } = await published();
    expect(report).toMatchObject({ refusal: null, problems: [], media: { pictures: 2 } });
    for (const [key, text] of documents) {
      expect([key, SECRETS.filter((secret) => text.includes(secret))]).toEqual([key, []]);
    }
    expect([...documents.keys()].filter((key) => /^\/media\/.*-1\.\w+$/.test(key))).toHaveLength(6);
    expect(missingFrom(documents)).toEqual([]);
  });

  test("is published once: another machine finds what the store has", async () => {
    const { store } = await published();
    const again = await bakeInto(store, folder(), { full: true });
    expect(again.report).toMatchObject({ written: 0, plan: { put: 0, delete: 0 }, media: { pictures: 0 } });
  });

  test("says the same of a picture in every format: the size that feeds carry", async () => {
    const { documents } = await published();
    const address = [...documents.keys()].find((key) => key.includes("-1200x1600-1.jpg")) ?? "";
    for (const key of ["/rss.xml", "/atom.xml", "/feed.json", "/articles/a"]) {
      expect([key, documents.get(key)?.includes(address)]).toEqual([key, true]);
    }
    expect(documents.get("/rss.xml")).toContain(
      `<media:thumbnail url="https://quay.example${address}" width="1200" height="1600"/>`,
    );
    const page = documents.get("/articles/a") ?? "";
    expect(page).toMatch(
      /<img [^>]*width="1200" height="1600" fetchpriority="high" srcset="[^"]+ 690w, [^"]+ 1120w, [^"]+ 1500w" sizes="[^"]+">/,
    );
    expect(page).toMatch(/<img loading="lazy" [^>]*srcset=/);
  });

  test("stops between two writes, and no document ever names a picture that is not there", async () => {
    const store = new KeptStore();
    const content = folder();
    const persistTo = join(temporaryFolder(), "state");
    for (let run = 0, left = 1; left > 0; run += 1) {
      const { report } = await bakeInto(store, content, { persistTo, maxWrites: 9 });
      expect(report.refusal).toBeNull();
      left = report.plan.left;
      expect(missingFrom(await documentsOf(store))).toEqual([]);
      expect(run).toBeLessThan(30);
    }
  });

  test("gives photographers their own size in feeds", async () => {
    const store = new KeptStore();
    await bakeInto(store, folder('images = "original"\n'));
    const feed = (await documentsOf(store)).get("/rss.xml") ?? "";
    expect(feed).toMatch(/<media:thumbnail url="[^"]+-1500x2000-1o\.jpg" width="1500" height="2000"\/>/);
  });
});

test("a picture that an archive names (RFC 5005) stays until the archive names another, however a publish is cut", async () => {
  const store = new KeptStore();
  const dated = (day: number, picture: string) =>
    `---\ndate: 2025-05-0${day}\n---\n# Day ${day}\n\n![Seen](${picture})\n`;
  const content = contentFolder({
    "site.toml": `${SITE_TOML}feed_items = 1\n`,
    "1.md": dated(1, "old.png"),
    "old.png": await cornered(300, 300).png().toBuffer(),
    "2.md": dated(2, "old.png"),
    "3.md": "---\ndate: 2025-05-03\n---\n# Day 3\n\nText.\n",
  });
  await bakeInto(store, content);
  const archived = async () =>
    [...(await documentsOf(store))].filter(
      ([key, text]) => key.startsWith("/archive/") && text.includes("/media/"),
    );
  const before = (await archived()).length;
  expect(before).toBeGreaterThan(2);
  // One article shows another picture, and the other one none: nothing names the old one any more.
  contentFolder(
    {
      "1.md": dated(1, "new.png"),
      "new.png": await toldPng(),
      "2.md": "---\ndate: 2025-05-02\n---\n# Day 2\n",
    },
    content,
  );
  let deletions = 0;
  const persistTo = join(temporaryFolder(), "state");
  for (let left = 1; left > 0; ) {
    const { report } = await bakeInto(store, content, { persistTo, maxWrites: 7 });
    expect(report.refusal).toBeNull();
    left = report.plan.left;
    deletions += report.plan.delete;
    const documents = await documentsOf(store);
    expect(missingFrom(documents)).toEqual([]);
  }
  expect(deletions).toBeGreaterThan(0);
  expect((await archived()).length).toBeLessThan(before);
});

describe("a picture that was published as it came", () => {
  /** Publishes a folder as a version did that resized nothing. */
  async function published() {
    const store = new KeptStore();
    const content = folder();
    const { publishFolder } = await import("../standing/published-store.ts");
    await publishFolder(content, store, Math.floor(Date.now() / 1000) - 60);
    return { store, content };
  }

  test("stays, bytes and all", async () => {
    const { store, content } = await published();
    const isShown = ([key]: readonly [string, string]) => /^\/(?:media|articles)\//.test(key);
    const before = [...(await documentsOf(store))].filter(isShown);
    const { report } = await bakeInto(store, content);
    expect(report).toMatchObject({ media: { pictures: 0, asPublished: 2 } });
    const after = await documentsOf(store);
    expect(before.filter(([key, text]) => after.get(key) !== text)).toEqual([]);
  });

  test("is made anew where that is asked for, and the old file goes last", async () => {
    const { store, content } = await published();
    const before = await documentsOf(store);
    const { report } = await bakeInto(store, content, { renewPictures: true });
    expect(report).toMatchObject({ refusal: null, plan: { delete: 2 }, changes: { changed: 0 } });
    const documents = await documentsOf(store);
    expect(missingFrom(documents)).toEqual([]);
    expect([...documents.values()].join().includes("Lea Marsh")).toBe(false);
    const dates = (text = "") => text.match(/<(?:pubDate|guid|atom:updated)[^>]*>[^<]*/g);
    expect(dates(documents.get("/rss.xml"))).toEqual(dates(before.get("/rss.xml")));
    expect((await bakeInto(store, content)).report.written).toBe(0);
  });
});

describe("the icon of a site", () => {
  const withIcon = async () =>
    contentFolder({
      "site.toml": `${SITE_TOML}icon = "icon.jpg"\n`,
      "icon.jpg": await phonePhoto(1, 600, 600),
      "a.md": "---\ndate: 2025-05-01\n---\n# A\n\nText.\n",
    });

  test("goes out in the forms that readers take, without what the camera wrote", async () => {
    const store = new KeptStore();
    const content = await withIcon();
    expect((await bakeInto(store, content)).report).toMatchObject({ refusal: null, problems: [] });
    const documents = await documentsOf(store);
    const icons = [...documents.keys()].filter((key) => /^\/media\/.*\.(?:ico|png|jpg)$/.test(key));
    expect(icons.map((key) => key.slice(28)).sort()).toEqual([
      "144x144-1i.png",
      "180x180-1t.png",
      "48x48-1i.ico",
      "512x512-1i.png",
      "512x512-1m.png",
    ]);
    expect(missingFrom(documents)).toEqual([]);
    for (const [key, text] of documents) {
      expect([key, SECRETS.filter((secret) => text.includes(secret))]).toEqual([key, []]);
    }
    const urlOf = (end: string) => `https://quay.example${icons.find((key) => key.endsWith(end))}`;
    expect(documents.get("/rss.xml")).toContain(
      `<image>\n<url>${urlOf("144x144-1i.png")}</url>\n<title>The Quay</title>\n<link>https://quay.example/</link>\n<width>144</width>\n<height>144</height>\n`,
    );
    expect(documents.get("/atom.xml")).toContain(
      `<icon>${urlOf("144x144-1i.png")}</icon>\n<logo>${urlOf("512x512-1i.png")}</logo>\n`,
    );
    expect(documents.get("/feed.json")).toContain(
      `"icon":"${urlOf("512x512-1i.png")}","favicon":"${urlOf("144x144-1i.png")}"`,
    );
    expect((await bakeInto(store, content, { full: true })).report.written).toBe(0);
  });

  test("that was published as it came: feeds and the manifest alone are written, once", async () => {
    const store = new KeptStore();
    const content = await withIcon();
    const { publishFolder } = await import("../standing/published-store.ts");
    await publishFolder(content, store, Math.floor(Date.now() / 1000) - 60);
    const before = await documentsOf(store);
    await bakeInto(store, content);
    const after = await documentsOf(store);
    const changed = [...before].flatMap(([key, text]) => (after.get(key) === text ? [] : key));
    expect(changed.filter((key) => key.startsWith("/")).sort()).toEqual([
      "/atom.xml",
      "/feed.json",
      "/manifest.webmanifest",
      "/rss.xml",
    ]);
    const ids = (text = "") => text.match(/<(?:pubDate|guid|updated|id)>[^<]*/g)?.slice(1);
    expect(ids(after.get("/rss.xml"))).toEqual(ids(before.get("/rss.xml")));
    expect((await bakeInto(store, content)).report.written).toBe(0);
  });
});

test("a picture that is damaged leaves its words, with a warning", async () => {
  const store = new KeptStore();
  const bytes = (await cornered(900, 900).jpeg().toBuffer()).subarray(0, 2000);
  const files = { "site.toml": SITE_TOML, "a.md": "# A\n\n![The lock](a.jpg)\n", "a.jpg": bytes };
  const { report } = await bakeInto(store, contentFolder(files));
  expect(report.problems).toContainEqual(
    expect.objectContaining({
      file: "a.jpg",
      severity: "warning",
      message: expect.stringMatching(/^is damaged/),
    }),
  );
  expect((await documentsOf(store)).get("/articles/a")).toContain("<p>The lock</p>");
});

test("an episode has its art and its chapters, for directories and players", async () => {
  const store = new KeptStore();
  const chapters = JSON.stringify({ version: "1.2.0", chapters: [{ startTime: 0, title: "Tea" }] });
  const content = contentFolder({
    "site.toml": `${SITE_TOML}[podcast]\nauthor = "The Quay"\nimage = "cover.png"\n`,
    "cover.png": await cornered(3200, 3200).png().toBuffer(),
    "a.md":
      "---\ntitle: Tea\nenclosure: a.mp3\nimage: a.jpg\nchapters: a.chapters.json\nepisode: 1\n---\nText.\n",
    "a.mp3": mp3Sound(),
    "a.jpg": await cornered(1600, 1600).jpeg().toBuffer(),
    "a.chapters.json": chapters,
  });
  const { report } = await bakeInto(store, content);
  expect(report).toMatchObject({ refusal: null, problems: [] });
  const documents = await documentsOf(store);
  const feed = documents.get("/rss.xml") ?? "";
  expect(feed).toMatch(/<itunes:image href="[^"]+-3000x3000-1c\.png"\/>/);
  expect(feed).toMatch(/<itunes:image href="[^"]+-1400x1400-1e\.jpg"\/>/);
  const [, address = ""] =
    /<podcast:chapters url="https:\/\/quay\.example([^"]+\.json)" type="application\/json\+chapters"\/>/.exec(
      feed,
    ) ?? [];
  expect(documents.get(address)).toBe(chapters);
  expect(documents.get("/feed.json")).toContain(`"chapters":"https://quay.example${address}"`);
});
