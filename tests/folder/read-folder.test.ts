import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FolderError } from "../../src/folder/open-folder.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";

function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { drafts?: boolean; verbose?: boolean } = {},
) {
  const folder = contentFolder({ "site.toml": SITE_TOML, ...files });
  return readFolder(folder, { drafts: false, ...options });
}

function pathsOf({ articles }: ReturnType<typeof readFolder>): string[] {
  return articles.map(({ path }) => path);
}

describe("readFolder", () => {
  test("reads texts, Markdown and HTML at any depth, sorted by path", () => {
    const folder = read({
      "b.md": "b",
      "a/b/c.txt": "c",
      "a.html": "<p>a</p>",
      "z.markdown": "z",
      "x.csv": "1",
    });
    expect(pathsOf(folder)).toEqual(["a/b/c.txt", "a.html", "b.md", "z.markdown"]);
    expect(folder.problems).toEqual([]);
  });

  test("passes over dotfiles, generators' folders and what a static folder holds", () => {
    const files = {
      ".hidden.md": "a",
      ".git/a.md": "a",
      "node_modules/x/readme.md": "a",
      "_layouts/post.html": "a",
      "_data.txt": "a",
      "public/a.txt": "a",
    };
    expect(pathsOf(read(files))).toEqual([]);
  });

  test.for([
    {
      name: "a bundle has the name of its folder and its section above",
      path: "world/lock/index.md",
      section: "world",
      slug: "lock",
    },
    { name: "a bundle at the top has no section", path: "lock/index.md", section: null, slug: "lock" },
    { name: "a bundle may have a date", path: "2025-07-01-lock/index.md", section: null, slug: "lock" },
    { name: "_posts is no section", path: "_posts/2025-07-01-lock.md", section: null, slug: "lock" },
    {
      name: "a folder above _posts is one",
      path: "world/_posts/2025-07-01-lock.md",
      section: "world",
      slug: "lock",
    },
    {
      name: "a folder in _posts is one",
      path: "_posts/world/2025-07-01-lock.md",
      section: "world",
      slug: "lock",
    },
    { name: "years are no sections", path: "2025/world/lock.md", section: "world", slug: "lock" },
  ])("$name", ({ path, section, slug }) => {
    expect(read({ [path]: "# A\n\nText." }).articles).toMatchObject([{ section, suggestedSlug: slug }]);
  });

  test("a collection of Jekyll is read where site.toml names it, and is its folder without the underscore", () => {
    const files = {
      "_docs/setup/lock.md": "---\ntitle: Lock\n---\nText.",
      "_docs/.hidden.md": "Text.",
      "_ships/a.md": "Text.",
      "world/_docs/a.md": "Text.",
    };
    const settings = 'generator = "jekyll"\ncollections = ["docs"]\npermalinks = { "_docs" = "/{path}/" }\n';
    expect(pathsOf(read(files))).toEqual([]);
    const { articles, problems } = read({ ...files, "site.toml": settings });
    expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(articles).toMatchObject([
      { path: "_docs/setup/lock.md", section: "docs", addressing: { values: { path: "docs/setup/lock" } } },
    ]);
  });

  test("drafts count only where they are asked for: by field, folder and Jekyll's and Eleventy's own words", () => {
    const files = {
      "a.md": "---\ndraft: true\n---\na",
      "_drafts/b.md": "b",
      "c.md": "---\npublished: false\n---\nc",
      "d.md": "---\npermalink: false\n---\nd",
      "e.md": "e",
    };
    expect(pathsOf(read(files))).toEqual(["e.md"]);
    expect(pathsOf(read(files, { drafts: true }))).toHaveLength(5);
  });

  test("_index.md describes a section and is no article; site.toml goes before it", () => {
    const folder = read({
      "site.toml": `${SITE_TOML}[sections.sea]\ntitle = "Sea"\n`,
      "sea/_index.md": "---\ntitle: Other\n---\n",
      "world/_index.md": '+++\ntitle = "The world"\ndescription = "Far away."\nsort_by = "date"\n+++\n',
      "_index.md": "---\ntitle: Home\n---\n",
      "world/a.md": "a",
    });
    expect(folder.site.sections).toEqual([
      { name: "sea", title: "Sea", description: null },
      { name: "world", title: "The world", description: "Far away." },
    ]);
    expect(pathsOf(folder)).toEqual(["world/a.md"]);
  });

  test("a home page of another generator is no article, and that is said", () => {
    const folder = read({ "index.md": "# Home", "a.md": "a" });
    expect(pathsOf(folder)).toEqual(["a.md"]);
    expect(folder.problems).toMatchObject([{ file: "index.md", severity: "notice" }]);
  });

  test("a text in a form that is not read is told of, not dropped in silence", () => {
    expect(read({ "a.rst": "a", "b.md": "b" }).problems).toMatchObject([
      { file: "a.rst", severity: "notice", message: expect.stringContaining("save it as Markdown") },
    ]);
  });

  test("unknown fields are told only where everything is asked for, typing errors always", () => {
    const files = { "a.md": "---\ntitle: A\nlayuot: post\nsumary: x\n---\nText." };
    const typingError = { line: 4, severity: "warning", message: expect.stringContaining('"summary"') };
    expect(read(files).problems).toMatchObject([typingError]);
    expect(read(files, { verbose: true }).problems).toMatchObject([
      typingError,
      { line: 3, severity: "notice" },
    ]);
  });

  test("a link that leads out of the folder is an error; one inside is followed", () => {
    const folder = contentFolder({ "a.md": "a" });
    symlinkSync("a.md", join(folder, "b.md"));
    symlinkSync("/etc/hostname", join(folder, "c.md"));
    symlinkSync("nowhere.md", join(folder, "d.md"));
    const { articles, problems } = readFolder(folder, { drafts: false });
    expect(articles.map(({ path }) => path)).toEqual(["a.md", "b.md"]);
    expect(problems.filter(({ severity }) => severity === "error").map(({ file }) => file)).toEqual([
      "c.md",
      "d.md",
    ]);
  });

  test("a file whose name the disk and the site write differently is a problem, not a crash", () => {
    const folder = contentFolder({ "a.md": "a", "b\\c.md": "b" });
    const { problems } = readFolder(folder, { drafts: false });
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: "b\\c.md", message: expect.stringContaining("has a name with a backslash") },
    ]);
  });

  test("no folder, or a file in its place, is an error that names the flag", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "empty"));
    const options = { drafts: false };
    expect(() => readFolder(join(folder, "none"), options)).toThrow(FolderError);
    expect(() => readFolder(join(contentFolder({ "a.md": "a" }), "a.md"), options)).toThrow(/--content/);
    expect(readFolder(join(folder, "empty"), options).articles).toEqual([]);
  });

  test("problems of all files come together", () => {
    const { problems } = read({
      "site.toml": 'titel = "A"\n',
      "a.md": "---\ndate: x\n---\n",
      "b.txt": "",
      "c.txt": Uint8Array.of(0x41, 0x0a, 0xe9),
    });
    expect(problems.map(({ file, line, severity }) => `${file}:${line}:${severity}`)).toEqual([
      "site.toml:1:error",
      "a.md:2:error",
      "b.txt:null:error",
      "c.txt:null:warning",
    ]);
  });
});

test("adopted.toml is read beside the settings, and is nobody's download", () => {
  const folder = contentFolder({
    "site.toml": SITE_TOML,
    "adopted.toml": '[[adopted]]\npath = "a.md"\nid = "x"\n[[adopted]]\npath = ""\n',
    "a.md": "[Old ids](adopted.toml)",
  });
  const { adopted, media, problems } = readFolder(folder, { drafts: false });
  expect(adopted.articles.map(({ path, id }) => [path, id])).toEqual([["a.md", "x"]]);
  expect(media).toEqual([]);
  expect(problems.map(({ file, line }) => [file, line])).toEqual([["adopted.toml", 5]]);
});
