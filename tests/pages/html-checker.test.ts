import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { responsiveImages } from "../../src/render/pages/responsive-images.ts";
import { bakeFolder, bodyOf } from "../bake/baked-folder.ts";
import { urlOf } from "../bake/values.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));
const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** For a program that runs a second: Java else spends as long on making its code fast. */
const BRIEFLY = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"];

/** 2026-01-01T00:00:00Z, when every seed is published. */
const NEW_YEAR = 1_767_225_600;

/** What an article can hold beside what the seeds show. */
const EVERYTHING = `---
title: 'Ä "headline" & <more>'
lang: de
tags: ["a & b", 標籤]
authors: ["<b>", "Ö"]
section: a "section"
correction: 'no "quotes" & no <tags>'
enclosure: { url: "https://media.example/a b.mp3?x=1&y=2", type: audio/mpeg, length: 1000 }
---
Text with ~~strike~~, \`code\`, <abbr title="x">abbr</abbr>, <kbd>Ctrl</kbd> and H<sub>2</sub>O.[^1]

| left | right | middle |
| :--- | ----: | :----: |
| 1    | 2     | 3      |

- [x] done
- [ ] to do

<figure><img src="https://media.example/a.png" alt=""><figcaption>Caption</figcaption></figure>

<details><summary>More</summary><p>Text</p></details>

<p dir="rtl" lang="he">טקסט</p>

\`\`\`js
a < b && c
\`\`\`

[^1]: A note.
`;

/** An author with all that a page tells of one. */
const AUTHOR = `[authors.o]
name = "Ö"
about = "Writes & waits."
image = "https://media.example/o.jpg?a=1&b=2"
links = ["https://social.example/@o", { title = "<Prints>", href = "/about" }]
`;

test.skipIf(!hasProgram("java"))(
  "the Nu HTML checker finds no error in any page (HTML Living Standard)",
  () => {
    const sites = [
      bakeFolder(SEEDS, undefined, NEW_YEAR),
      bakeFolder(
        contentFolder({
          "site.toml": `${SITE_TOML}${AUTHOR}`,
          "all.md": EVERYTHING,
          "about.md": "---\npage: true\n---\n# About\n\nUs.\n",
        }),
      ),
      bakeFolder(contentFolder({ "site.toml": `${SITE_TOML}[sections.empty]\ntitle = "Empty"\n` })),
    ];
    const folder = temporaryFolder();
    const files = sites.flatMap((site, at) =>
      pagesOf(site).map(({ html }, page) => {
        const file = join(folder, `${at}-${page}.html`);
        writeFileSync(file, html);
        return file;
      }),
    );
    expect(files.length).toBeGreaterThan(60);
    files.push(join(folder, "pictures.html"));
    writeFileSync(join(folder, "pictures.html"), picturePage());
    const { stderr } = spawnSync(
      "java",
      [...BRIEFLY, "-jar", CHECKER, "--errors-only", "--format", "json", ...files],
      {
        encoding: "utf8",
      },
    );
    const { messages } = JSON.parse(stderr) as { messages: { message: string; extract?: string }[] };
    expect(messages.map(({ message, extract }) => `${message}: ${extract}`)).toEqual([]);
  },
);

/** A picture in several sizes, wherever on a page one can stand. */
function picturePage(): string {
  const url = urlOf("https://quay.example/media/a.jpg");
  const sizes = [690, 1120].map((width) => ({
    url: urlOf(`https://quay.example/media/${width}.webp`),
    width,
  }));
  const images = (["text", "lead", "card", "thumbnail", "face"] as const).flatMap((slot) =>
    [4000, 500].map((width) =>
      responsiveImages(
        `<img src="${url}" alt="" width="${width}" height="300" loading="lazy">`,
        [{ url, sizes }],
        slot,
      ),
    ),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>${images.join("")}</html>`;
}

function pagesOf(site: BakedSite): { readonly html: string }[] {
  return site.documents
    .filter(({ representation }) => representation?.metadata.type.startsWith("text/html"))
    .map(({ key }) => ({ html: bodyOf(site, key) }));
}
