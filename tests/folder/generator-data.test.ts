import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BuildCache } from "../../src/cache/build-cache.ts";
import { openFolder } from "../../src/folder/open-folder.ts";
import { recallSources } from "../../src/folder/recall-sources.ts";
import { parseSources } from "../../src/folder/sources.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";

const OPTIONS = { drafts: false };
const JEKYLL = `${SITE_TOML}generator = "jekyll"\n`;

function dataOf(files: Readonly<Record<string, string>>, settings = JEKYLL) {
  const { site, problems } = openFolder(contentFolder({ "site.toml": settings, ...files }), OPTIONS);
  return { ...site.generatorData, problems: problems.map(({ file, line }) => `${file}:${line}`) };
}

describe("the data files of a generator", () => {
  test("are known by folders and names, in each format", () => {
    const { config, data } = dataOf({
      "_config.yml": "motto: Wait\n",
      "_data/people.yml": "ana:\n  name: Ana Holm\n",
      "_data/sea/tides.json": '[{"at": "noon"}]',
      "_data/sea/locks.toml": "opened = 2025-07-01\n",
      "_data/ships.csv": 'name,"flag"\n"Tide, the",fr\n\n"a ""b"" c",\n',
      "_data/piers.tsv": "name\tmetres\nNorth\t90\n",
      "_data/script.js": "module.exports = 1",
    });
    expect(config).toEqual({ motto: "Wait" });
    expect(data).toEqual({
      people: { ana: { name: "Ana Holm" } },
      sea: { tides: [{ at: "noon" }], locks: { opened: "2025-07-01" } },
      ships: [
        { name: "Tide, the", flag: "fr" },
        { name: 'a "b" c', flag: "" },
      ],
      piers: [{ name: "North", metres: "90" }],
    });
  });

  test("are beside texts that articles of Jekyll include: those of _includes, and those with an underscore", () => {
    const files = {
      "_includes/note.html": "A",
      "_includes/sea/tide.md": "B",
      "_includes/theme.js": "no text",
      "about/_part.md": "C",
      "_drafts/_part.md": "a draft",
      "about/whole.md": "# An article\n",
    };
    expect(dataOf(files).includes).toEqual({ "note.html": "A", "sea/tide.md": "B", "/about/_part.md": "C" });
    expect(dataOf(files, `${SITE_TOML}generator = "eleventy"\n`).includes).toEqual({});
  });

  test("are beside so many texts, and no more", () => {
    const files = {
      "_includes/a.html": "A",
      "_includes/b.html": "x".repeat(1024 * 1024),
      "_includes/c.html": "C",
    };
    const { includes, problems } = dataOf(files);
    expect(includes).toEqual({ "a.html": "A" });
    expect(problems).toEqual(["_includes/b.html:null"]);
  });

  test("are read for Jekyll and Eleventy alone; only Jekyll has a _config.yml", () => {
    const files = { "_data/a.yml": "b: 1", "_config.yml": "c: 1" };
    expect(dataOf(files, SITE_TOML)).toMatchObject({ config: {}, data: {} });
    expect(dataOf(files, `${SITE_TOML}generator = "hugo"\n`)).toMatchObject({ config: {}, data: {} });
    expect(dataOf(files, `${SITE_TOML}generator = "eleventy"\n`)).toMatchObject({
      config: {},
      data: { a: { b: 1 } },
    });
  });

  test("that cannot be read are warned of, and left out", () => {
    const laughs = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join(
      "\n",
    );
    const { data, problems } = dataOf({
      "_data/broken.yml": "a: 1\nb: [",
      "_data/laughs.yml": `a0: &a0 x\n${laughs}\n`,
      "_data/large.json": JSON.stringify("x".repeat(5_000_000)),
      "_data/deep.json": "[".repeat(100_000),
      "_data/proto.json": '{"__proto__": {"b": 1}}',
    });
    expect(problems.map((one) => one.replace(/:\d+$/, ":n"))).toEqual([
      "_data/broken.yml:n",
      "_data/deep.json:n",
      "_data/large.json:null",
      "_data/laughs.yml:null",
    ]);
    expect(Object.keys(data)).toEqual(["broken", "deep", "large", "laughs", "proto"]);
    expect(Object.getPrototypeOf(data.proto)).toBe(Object.prototype);
  });

  test("are never read from outside of the folder", () => {
    const content = contentFolder({ "site.toml": JEKYLL, "_data/a.yml": "b: 1" });
    symlinkSync(contentFolder({ "secret.yml": "password: x" }), join(content, "_data/elsewhere"));
    symlinkSync(
      join(contentFolder({ "secret.yml": "password: x" }), "secret.yml"),
      join(content, "_data/link.yml"),
    );
    expect(openFolder(content, OPTIONS).site.generatorData.data).toEqual({ a: { b: 1 }, link: null });
  });

  test("make articles that may name them anew when they change", () => {
    const content = contentFolder({
      "site.toml": JEKYLL,
      "_data/sea.yml": "tide: high",
      "a.md": "The tide is {{ site.data.sea.tide }}.",
    });
    const state = temporaryFolder();
    const bake = () => {
      const opened = openFolder(content, OPTIONS);
      const cache = new BuildCache(state, opened.site, {
        isFull: false,
        isDry: false,
        nowMs: Date.now() + 10_000,
      });
      const { sources, pending, stays, others } = recallSources(opened, cache);
      const parsed = parseSources(opened, pending, cache);
      const all = new Map([...sources, ...parsed]);
      for (const [path, { remembered }] of parsed) if (remembered) others.set(path, remembered);
      cache.files.remember(stays, others);
      const texts = [...all.values()].map(({ source }) => source?.readText().text);
      cache.close();
      return { texts, parsed: pending.length };
    };
    expect(bake()).toEqual({ texts: ["The tide is high."], parsed: 1 });
    expect(bake()).toEqual({ texts: ["The tide is high."], parsed: 0 });
    writeFileSync(join(content, "_data/sea.yml"), "tide: low");
    expect(bake()).toEqual({ texts: ["The tide is low."], parsed: 1 });
  });
});
