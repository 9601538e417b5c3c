import { createHash, hash } from "node:crypto";
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isAnimated } from "../../src/folder/is-animated.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { sniff } from "../../src/folder/sniff.ts";
import { bakeFolder } from "../bake/baked-folder.ts";
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

  test.for([
    { name: "in a folder", place: "_img/a.png", text: "![x](/_img/a.png)" },
    { name: "of its own", place: "b/_a.png", text: "![x](b/_a.png)" },
    { name: "as a lead image", place: "_img/b/a.png", text: "---\nimage: /_img/b/a.png\n---\nText." },
    {
      name: "where the content folder is a static one",
      place: "_img/a.png",
      text: "![x](/_img/a.png)",
      toml: `${SITE_TOML}static = ["."]\n`,
    },
  ])("under an underscore are found $name", ({ place, text, toml = SITE_TOML }) => {
    expect(mediaOf({ "site.toml": toml, "a.md": text, [place]: pngImage() })).toEqual([place]);
  });

  test("never come from outside of a static folder", () => {
    expect(
      mediaOf(
        { "content/a.md": "![x](/../secret.png)", "secret.png": pngImage(), "static/b.png": pngImage() },
        "content",
      ),
    ).toEqual([]);
  });

  const DRAFT = "---\ndraft: true\n---\nSECRET\n";
  const SHOW =
    '[podcast]\nauthor = "A"\nowner = { name = "A", email = "a@b.example" }\nexplicit = false\ncategories = ["News"]\n';

  test.for([
    { name: "a draft", files: { "d.md": DRAFT } },
    { name: "a draft behind a picture", files: { "d.md": DRAFT, "a.md": "![](d.md)" } },
    { name: "a draft with a query", files: { "d.md": DRAFT, "a.md": "[d](d.md?raw)" } },
    { name: "a draft with a fragment", files: { "d.md": DRAFT, "a.md": "[d](d.md#x)" } },
    { name: "a draft in capitals", files: { "d.MD": DRAFT, "a.md": "[d](d.MD)" } },
    { name: "a draft of newswire text", files: { "d.txt": DRAFT, "a.md": "[d](d.txt)" } },
    { name: "a draft of HTML", files: { "d.html": DRAFT, "a.md": "[d](d.html)" } },
    { name: "a draft beside a bundle", files: { "b/d.txt": DRAFT, "b/index.md": "# B\n\n[d](d.txt)" } },
    { name: "an article with an error", files: { "d.md": "---\ntitle: [\n---\nSECRET\n" } },
    { name: "a draft as enclosure", files: { "d.md": DRAFT, "a.md": "---\naudio: d.md\n---\nText." } },
    { name: "a draft as image", files: { "d.md": DRAFT, "a.md": "---\nimage: d.md\n---\nText." } },
    {
      name: "a draft as transcript",
      files: { "d.md": DRAFT, "a.md": "---\ntranscripts: [d.md]\n---\nText.", "site.toml": SITE_TOML + SHOW },
    },
    { name: "a draft as icon", files: { "d.md": DRAFT, "site.toml": `${SITE_TOML}icon = "d.md"\n` } },
    {
      name: "a draft as cover of the show",
      files: { "d.md": DRAFT, "site.toml": `${SITE_TOML}${SHOW}image = "d.md"\n` },
    },
    { name: "a home page", files: { "index.md": "# Home", "a.md": "[d](index.md)" } },
    { name: "a home page in another format", files: { "index.txt": "Home", "a.md": "[d](index.txt)" } },
    { name: "a section", files: { "b/_index.md": "# B", "a.md": "[d](b/_index.md)" } },
    { name: "a section in capitals", files: { "b/_index.MD": "# B", "a.md": "[d](b/_index.MD)" } },
    { name: "what is no section", files: { "b/_index.txt": "B", "a.md": "[d](b/_index.txt)" } },
    { name: "a text of another generator", files: { "x.mdx": "# X", "a.md": "[d](x.mdx)" } },
    { name: "the settings", files: { "a.md": "[d](site.toml) [e](/site.toml)" } },
    { name: "settings of another site", files: { "b/site.toml": SITE_TOML, "a.md": "[d](b/site.toml)" } },
    {
      name: "a file under an underscore",
      files: { "_priv/x.csv": "1", "a.md": "[d](_priv/x.csv) [e](/_priv/x.csv)" },
    },
    {
      name: "a page under an underscore",
      files: { "_site/x.html": "<p>X", "a.md": "[d](_site/x.html) [e](/_site/x.html)" },
    },
    {
      name: "a picture among drafts",
      files: { "_drafts/x.png": pngImage(), "a.md": "![d](_drafts/x.png) ![e](/_drafts/x.png)" },
    },
    {
      name: "a picture of a package under an underscore",
      files: { "_lib/node_modules/x.png": pngImage(), "a.md": "![d](/_lib/node_modules/x.png)" },
    },
    {
      name: "a hidden picture under an underscore",
      files: { "_img/.x.png": pngImage(), "a.md": "![d](/_img/.x.png)" },
    },
    {
      name: "a file of a package",
      files: { "node_modules/x.csv": "1", "a.md": "[d](node_modules/x.csv) [e](/node_modules/x.csv)" },
    },
    {
      name: "what is passed over, where the content folder is a static one",
      files: {
        "site.toml": `${SITE_TOML}static = ["."]\n`,
        "d.md": DRAFT,
        "_priv/x.csv": "1",
        "node_modules/x.csv": "1",
        "a.md": "[d](/d.md) [e](/_priv/x.csv) [f](/node_modules/x.csv) [g](/site.toml)",
      },
    },
    {
      name: "a draft, where a static folder holds the content folder",
      below: "content",
      files: { "d.md": DRAFT, "a.md": "[d](/content/d.md)", "site.toml": `${SITE_TOML}static = [".."]\n` },
    },
  ])("are never $name", ({ below = ".", files }) => {
    const placed = { "a.md": "[d](d.md)", ...files };
    expect(
      mediaOf(
        Object.fromEntries(Object.entries(placed).map(([path, file]) => [`${below}/${path}`, file])),
        below,
      ),
    ).toEqual([]);
  });

  test("are never a draft under another name", () => {
    const folder = contentFolder({ "d.md": DRAFT, "a.md": "[d](d.csv)" });
    symlinkSync("d.md", join(folder, "d.csv"));
    expect(read(folder).media).toEqual([]);
  });

  test("that are none are told with the line that names them", () => {
    const folder = contentFolder({
      "site.toml": SITE_TOML,
      "d.md": DRAFT,
      "a.md": "# A\n\n[d](d.md)\n",
      "b.md": "---\naudio: d.md\n---\nText.\n",
    });
    expect(bakeFolder(folder).problems).toMatchObject([
      {
        file: "a.md",
        line: 3,
        severity: "warning",
        message: expect.stringMatching(/^names d\.md, which is neither/),
      },
      {
        file: "b.md",
        line: 2,
        severity: "error",
        message: expect.stringMatching(/^has the enclosure d\.md, which/),
      },
    ]);
  });

  test.for([
    { name: "a text of a static folder", link: "/x.txt", place: "static/x.txt", found: "x.txt" },
    {
      name: "a text of a static folder by its path",
      link: "static/x.md",
      place: "static/x.md",
      found: "static/x.md",
    },
    { name: "a document to fill in", link: "x.rtf", place: "x.rtf", found: "x.rtf" },
    { name: "a table", link: "x.csv", place: "x.csv", found: "x.csv" },
    { name: "captions", link: "x.vtt", place: "x.vtt", found: "x.vtt" },
  ])("may be $name", ({ link, place, found }) => {
    expect(mediaOf({ "a.md": `[x](${link})`, [place]: "Text of it.\n" })).toEqual([found]);
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
      severity: "warning",
      message: "is not an image that browsers can show",
    },
    {
      name: "an empty file",
      bytes: Buffer.alloc(0),
      file: "a.mp3",
      severity: "error",
      message: "is empty",
    },
  ])("$name is told and not published", ({ bytes, file, severity, message }) => {
    const { media, problems } = read(
      contentFolder({ "site.toml": SITE_TOML, "a.md": `[x](${file})`, [file]: bytes }),
    );
    expect(media).toEqual([]);
    expect(problems).toMatchObject([{ file, severity, message: expect.stringContaining(message) }]);
  });

  test.for([
    { file: "a.bin", extension: "bin" },
    { file: "a.APK", extension: "apk" },
    { file: "a", extension: "bin" },
    { file: "a.css", extension: "bin" },
    { file: "a.verylongname", extension: "bin" },
  ])("$file of unknown bytes is published as what browsers save, as .$extension", ({ file, extension }) => {
    const bytes = Buffer.from("\u007fELF\u0000\u0000", "latin1");
    const { media, problems } = read(
      contentFolder({ "site.toml": SITE_TOML, "a.md": `[x](${file})`, [file]: bytes }),
    );
    expect(problems).toEqual([]);
    expect(media).toMatchObject([
      { type: "application/octet-stream", address: expect.stringMatching(new RegExp(`\\.${extension}$`)) },
    ]);
  });

  test("of any size are known by type, length and hash, and open in parts", async () => {
    const folder = contentFolder({ "site.toml": SITE_TOML, "a.md": "---\naudio: a.mp3\n---\nText." });
    writeFileSync(join(folder, "a.mp3"), mp3Sound());
    truncateSync(join(folder, "a.mp3"), 26 * 1024 * 1024 + 1);
    const { media, problems } = read(folder);
    const sha256 = hash("sha256", readFileSync(join(folder, "a.mp3")), "hex");
    expect(problems).toEqual([]);
    expect(media).toMatchObject([{ type: "audio/mpeg", sizeBytes: 26 * 1024 * 1024 + 1, sha256 }]);
    const file = await media[0]?.open?.();
    expect(new TextDecoder().decode(await file?.slice(0, 3).arrayBuffer())).toBe("ID3");
  });

  test("a picture of more than 200 MiB is an error whose fix is a smaller one", () => {
    const folder = contentFolder({ "site.toml": SITE_TOML, "a.md": "![x](a.png)" });
    writeFileSync(join(folder, "a.png"), pngImage());
    truncateSync(join(folder, "a.png"), 200 * 1024 * 1024 + 1);
    expect(read(folder).problems).toMatchObject([
      { file: "a.png", severity: "error", message: expect.stringContaining("save it as a smaller one") },
    ]);
  });

  test("HEIC is told as what it is, whatever its name says", () => {
    const bytes = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Buffer.alloc(40)]);
    for (const file of ["a.jpg", "a.heic"]) {
      const { media, problems } = read(
        contentFolder({ "site.toml": SITE_TOML, "a.md": `![x](${file})`, [file]: bytes }),
      );
      expect(media).toEqual([]);
      expect(problems).toMatchObject([
        {
          file,
          severity: "warning",
          message: expect.stringMatching(/^is a HEIC picture.*export it as JPEG/),
        },
      ]);
    }
  });

  test.for([
    [
      "a GIF of one image",
      "image/gif",
      "GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
      false,
    ],
    [
      "a GIF of two",
      "image/gif",
      "GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
      true,
    ],
    ["a WebP that moves", "image/webp", "RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0", true],
    ["a WebP that does not", "image/webp", "RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0", false],
    ["an APNG", "image/png", "\x89PNG\r\n\x1a\n\0\0\0\x08acTL", true],
    ["an AVIF that moves", "image/avif", "\0\0\0\x18ftypavis", true],
    ["an AVIF that does not", "image/avif", "\0\0\0\x18ftypavif", false],
    ["half a GIF", "image/gif", "GIF89a\x01\0\x01", false],
  ] as const)("%s", ([, type, latin, moves]) => {
    expect(isAnimated(Buffer.from(latin, "latin1"), type)).toBe(moves);
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
    {
      name: "SVG with a long root",
      bytes: Buffer.from(
        `\uFEFF<?xml version="1.0"?>\n<!-- By hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg width="2px" height="1px" content="${"x".repeat(9000)}"><g/></svg>`,
      ),
      type: "image/svg+xml",
    },
    {
      name: "a text about SVG",
      bytes: Buffer.from(`<!-- <svg width="2"> -->${" ".repeat(2000)}`),
      type: "text/plain; charset=utf-8",
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
