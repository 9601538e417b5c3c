import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { mp3Sound, pngImage } from "../media-files.ts";
import { bakeFolder, NOW } from "./baked-folder.ts";

function bake(files: Readonly<Record<string, string | Uint8Array>>) {
  return bakeFolder(contentFolder({ "site.toml": SITE_TOML, ...files }));
}

describe("links and media of a bake", () => {
  test("a link to another source file becomes its address; a dead one is a warning with its line", () => {
    const { articles, problems } = bake({
      "a.md": "# A\n\nSee b.md and gone.\n\n[b](./b.md) and\n[gone](gone.md)\nand [also](nowhere)\n",
      "b.md": "---\npermalink: /2025/b/\n---\nB.",
    });
    expect([...articles].find(({ path }) => path === "a.md")?.readText().html).toContain(
      'href="https://quay.example/2025/b/"',
    );
    expect(problems.map(({ line, severity, message }) => [line, severity, message.split(",")[0]])).toEqual([
      [6, "warning", "names gone.md"],
      [7, "warning", "names nowhere"],
    ]);
  });

  test("a reference and a footnote far below have their own lines", () => {
    const { problems } = bake({
      "a.md": "---\ntitle: A\n---\nText [x][1].\n\n[^n]: [y](gone-b.md)\n\nNote[^n].\n\n[1]: gone-a.md\n",
    });
    expect(problems.map(({ line, message }) => [line, message.split(",")[0]])).toEqual([
      [10, "names gone-a.md"],
      [6, "names gone-b.md"],
    ]);
  });

  test("a lead image that is not there is a warning with the line of its field", () => {
    const { articles, problems } = bake({ "a.md": "---\ntitle: A\ncover: { image: gone.png }\n---\nText." });
    expect([...articles][0]?.image).toBeNull();
    expect(problems).toMatchObject([{ line: 3, severity: "warning" }]);
  });

  test("permalinks and aliases are honoured; one that is taken is told", () => {
    const { articles, documents, problems } = bake({
      "a.md": "---\npath: 2025/lock\naliases: [/old/, /older.html]\ndate: 2025-01-01\n---\nA.",
      "b.md": "---\nurl: /2025/lock\ndate: 2025-01-02\n---\nB.",
    });
    expect([...articles].map(({ address }) => address)).toEqual(["/2025/lock", "/2025/lock-2"]);
    const moved = documents.filter(({ representation }) => representation?.metadata.status === 301);
    expect(moved.map(({ key }) => key).sort()).toEqual(["/old/", "/older.html"]);
    expect(problems).toMatchObject([{ file: "b.md", severity: "warning" }]);
  });

  test("local media are baked once, with absolute URLs in the text", () => {
    const { articles, documents } = bake({
      "a.md": "---\nimage: { src: lock.png, alt: The lock }\n---\n![x](lock.png)\n",
      "b/index.md": "![x](copy.png)\n",
      "lock.png": pngImage(30, 20),
      "b/copy.png": pngImage(30, 20),
    });
    const media = documents.filter(({ key }) => key.endsWith(".png"));
    expect(media).toHaveLength(1);
    const url = `https://quay.example${media[0]?.key}`;
    expect([...articles].every((article) => article.readText().html.includes(`src="${url}"`))).toBe(true);
    expect([...articles][0]?.image).toMatchObject({
      url,
      alt: "The lock",
      type: "image/png",
      width: 30,
      height: 20,
    });
  });

  test("a local enclosure has its true length and type, one elsewhere the declared ones", () => {
    const { articles, problems } = bake({
      "a.md": "---\naudio: { src: a.mp3, length: 5, type: audio/wav, duration: 61 }\n---\nA.",
      "b.md": "---\nenclosure: { url: https://audio.example/b.mp3, length: 123, type: audio/mpeg }\n---\nB.",
      "a.mp3": mp3Sound(400),
    });
    expect(problems).toEqual([]);
    expect([...articles].map(({ enclosures }) => enclosures[0])).toEqual([
      {
        url: expect.stringMatching(/^https:\/\/quay\.example\/media\/[0-9a-f]{20}\.mp3$/),
        name: "a.mp3",
        type: "audio/mpeg",
        sizeBytes: 400,
        durationSeconds: 61,
      },
      { url: "https://audio.example/b.mp3", type: "audio/mpeg", sizeBytes: 123, durationSeconds: null },
    ]);
  });

  test.for([
    { name: "one that is not there", front: "audio: gone.mp3", line: 3 },
    { name: "one elsewhere without its length", front: "audio: https://audio.example/a.mp3", line: 3 },
    { name: "an article", front: "audio: b.md", line: 3 },
  ])("an enclosure that is $name is an error with its line", ({ front, line }) => {
    const folder = contentFolder({
      "site.toml": SITE_TOML,
      "a.md": `---\ntitle: A\n${front}\n---\nA.`,
      "b.md": "B.",
    });
    const read = readFolder(folder, { drafts: false });
    expect([...read.problems, ...bakeFolder(folder).problems]).toMatchObject([
      { file: "a.md", line, severity: "error" },
    ]);
  });

  test("adding a line above a text does not make it look edited", () => {
    const before = bake({ "a.md": "---\ntitle: A\n---\n[x](https://other.example/)" });
    const after = bake({ "a.md": "---\ntitle: A\nlayout: post\n---\n\n[x](https://other.example/)" });
    expect(after.ledger.articles.at(0)?.digest).toBe(before.ledger.articles.at(0)?.digest);
  });

  test("another permalink moves an article, with 301 from the old one; without any it stays", () => {
    const text = (front: string) =>
      contentFolder({ "site.toml": SITE_TOML, "a.md": `---\ntitle: A\n${front}---\nA.` });
    const first = bakeFolder(text("permalink: /one/\n"));
    const second = bakeFolder(text("permalink: /two\n"), first.ledger, NOW + 60);
    const third = bakeFolder(text(""), second.ledger, NOW + 120);
    expect([first, second, third].map(({ articles }) => [...articles][0]?.address)).toEqual([
      "/one/",
      "/two",
      "/two",
    ]);
    const moved = second.documents.find(({ key }) => key === "/one/")?.representation?.metadata;
    expect(moved).toMatchObject({ status: 301, location: "/two" });
    expect(new Set([first, second, third].map(({ articles }) => [...articles][0]?.id)).size).toBe(1);
  });
});
