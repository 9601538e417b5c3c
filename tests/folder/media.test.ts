import { createHash } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { sniff } from "../../src/folder/sniff.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { mp3Sound, pngImage } from "../media-files.ts";

function read(folder: string) {
  return readFolder(folder, { drafts: false });
}

function mediaOf(files: Readonly<Record<string, string | Uint8Array>>, below = "."): string[] {
  const folder = contentFolder({ [`${below}/site.toml`]: SITE_TOML, ...files });
  return read(join(folder, below)).media.map(({ path }) => path);
}

describe("media", () => {
  test("have an address of their bytes, a true type, length and size, and are read again only when needed", () => {
    const png = pngImage(30, 20);
    const folder = contentFolder({ "a.md": "![x](img/lock.png)", "img/lock.png": png, "img/other.png": png });
    const [image, ...others] = read(folder).media;
    const sha256 = createHash("sha256").update(png).digest("hex");
    expect(others).toEqual([]);
    expect(image).toMatchObject({
      path: "img/lock.png",
      address: `/media/${sha256.slice(0, 20)}.png`,
      type: "image/png",
      sizeBytes: png.byteLength,
      sha256,
      width: 30,
      height: 20,
    });
    expect(image?.read()).toEqual(Buffer.from(png));
  });

  test.for([
    { name: "an image of Markdown", text: "![x](a.png)" },
    { name: "a link", text: "[x](./a.png)" },
    { name: "a path with an escape", text: "![x](%61.png)" },
    { name: "a path with a query", text: "![x](a.png?v=1)" },
    { name: "srcset", text: '<img src="https://quay.example/b.png" srcset="a.png 2x">' },
    { name: "a poster", text: '<video src="https://quay.example/b.mp4" poster="a.png"></video>' },
    { name: "a lead image", text: "---\nimage: a.png\n---\nText." },
    { name: "a path from the content folder on", text: "![x](/a.png)" },
    { name: "a path of Zola", text: "![x](@/a.png)" },
  ])("are found through $name", ({ text }) => {
    expect(mediaOf({ "a.md": text, "a.png": pngImage() })).toEqual(["a.png"]);
  });

  test.for([
    { name: "in the content folder", below: ".", place: "static/img/a.png" },
    { name: "beside it (Hugo, Zola)", below: "content", place: "static/img/a.png" },
    { name: "at the top of the project (Astro)", below: "src/content/blog", place: "public/img/a.png" },
  ])("with a leading slash are found in a static folder $name", ({ below, place }) => {
    expect(mediaOf({ [`${below}/a.md`]: "![x](/img/a.png)", [place]: pngImage() }, below)).toEqual([
      "img/a.png",
    ]);
  });

  test("never come from outside of a static folder", () => {
    expect(
      mediaOf(
        { "content/a.md": "![x](/../secret.png)", "secret.png": pngImage(), "static/b.png": pngImage() },
        "content",
      ),
    ).toEqual([]);
  });

  test("that two articles name are read once", () => {
    expect(mediaOf({ "a.md": "![x](a.png)", "b/b.md": "![x](../a.png)", "a.png": pngImage() })).toEqual([
      "a.png",
    ]);
  });

  test.for([
    {
      name: "text behind the name of an image",
      bytes: Buffer.from("<script>"),
      file: "a.png",
      message: "is not an image that browsers can show",
    },
    {
      name: "a program",
      bytes: Buffer.from("\u007fELF\u0000\u0000", "latin1"),
      file: "a.bin",
      message: "is not an image, audio",
    },
    { name: "an empty file", bytes: Buffer.alloc(0), file: "a.mp3", message: "is not an image, audio" },
  ])("$name is an error", ({ bytes, file, message }) => {
    const { media, problems } = read(
      contentFolder({ "site.toml": SITE_TOML, "a.md": `[x](${file})`, [file]: bytes }),
    );
    expect(media).toEqual([]);
    expect(problems).toMatchObject([{ file, severity: "error", message: expect.stringContaining(message) }]);
  });

  test("of more than 25 MiB are an error whose fix is an enclosure elsewhere, with its length", () => {
    const folder = contentFolder({ "site.toml": SITE_TOML, "a.md": "---\naudio: a.mp3\n---\nText." });
    writeFileSync(join(folder, "a.mp3"), mp3Sound());
    truncateSync(join(folder, "a.mp3"), 25 * 1024 * 1024);
    expect(read(folder).problems).toEqual([]);
    truncateSync(join(folder, "a.mp3"), 25 * 1024 * 1024 + 1);
    expect(read(folder).problems).toMatchObject([
      { file: "a.mp3", severity: "error", message: expect.stringContaining("length: 26214401") },
    ]);
  });
});

describe("sniff", () => {
  const latin = (text: string) => Buffer.concat([Buffer.from(text, "latin1"), Buffer.alloc(64)]);
  test.for([
    { name: "PNG", bytes: Buffer.from(pngImage()), type: "image/png" },
    {
      name: "SVG",
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'),
      type: "image/svg+xml",
    },
    { name: "MP3 with a tag", bytes: latin("ID3\u0003"), type: "audio/mpeg" },
    { name: "MP3 without one", bytes: latin("\u00ff\u00fb\u0090\u0064"), type: "audio/mpeg" },
    { name: "AAC", bytes: latin("\u00ff\u00f1\u0050\u0080"), type: "audio/aac" },
    { name: "M4A, which is no film", bytes: latin("\u0000\u0000\u0000 ftypM4A "), type: "audio/mp4" },
    { name: "MP4", bytes: latin("\u0000\u0000\u0000 ftypisom"), type: "video/mp4" },
    { name: "Ogg", bytes: latin(`OggS\u0000\u0002${"\u0000".repeat(22)}\u0001vorbis`), type: "audio/ogg" },
    {
      name: "Ogg with a film",
      bytes: latin(`OggS\u0000\u0002${"\u0000".repeat(22)}\u0080theora`),
      type: "video/ogg",
    },
    { name: "FLAC", bytes: latin("fLaC"), type: "audio/flac" },
    { name: "WAV", bytes: latin("RIFF\u0024\u0000\u0000\u0000WAVEfmt "), type: "audio/wav" },
    {
      name: "WebM",
      bytes: latin("\u001a\u0045\u00df\u00a3\u0001\u0000\u0042\u0082\u0084webm"),
      type: "video/webm",
    },
    { name: "PDF", bytes: latin("%PDF-1.7"), type: "application/pdf" },
    {
      name: "captions",
      bytes: Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n"),
      type: "text/vtt; charset=utf-8",
    },
    {
      name: "SubRip subtitles",
      bytes: Buffer.from("\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\nHi\r\n"),
      type: "application/x-subrip",
    },
    { name: "any other text, HTML too", bytes: Buffer.from("<html>"), type: "text/plain; charset=utf-8" },
  ])("knows $name by its bytes", ({ bytes, type }) => {
    expect(sniff(bytes)?.type).toBe(type);
  });
});
