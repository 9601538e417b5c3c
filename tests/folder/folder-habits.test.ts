import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";

/** What comes of a folder. */
function read(files: Readonly<Record<string, string>>, content = ".") {
  const folder = contentFolder(files);
  const { articles, media, problems, site } = readFolder(join(folder, content), { drafts: false });
  return {
    articles: articles.map(({ path }) => path).sort(),
    authors: articles.flatMap(({ authors }) => authors),
    media: media.map(({ path, type }) => `${path} ${type}`),
    problems: problems.map(({ file, severity, message }) => `${file}: ${severity}: ${message}`),
    site,
  };
}

const settings = (lines = "") => ({ "site.toml": SITE_TOML + lines });

describe("texts in a bundle", () => {
  const TEXT = "text/plain; charset=utf-8";
  const INDEX = "---\ndate: 2025-06-01\n---\n[n](notes.txt) [p](sub/page.html)\n";

  test("are its files, where it links to them", () => {
    const found = read({
      ...settings(),
      "trip/index.md": INDEX,
      "trip/notes.txt": "",
      "trip/sub/page.html": "<p>Page</p>",
      "trip/other.txt": "Other\nText.",
    });
    expect(found.articles).toEqual(["trip/index.md", "trip/other.txt"]);
    expect(found.media).toEqual([`trip/sub/page.html ${TEXT}`]);
    expect(found.problems).toEqual([
      "trip/notes.txt: error: is empty; put the file there again, or remove what names it",
    ]);
  });

  test.for([
    {
      rule: "front matter makes an article",
      files: { "trip/notes.txt": "---\ndraft: true\n---\nSecret\n" },
      articles: ["trip/index.md"],
    },
    {
      rule: "a text outside is an article",
      files: { "notes.txt": "Notes\nText." },
      index: "[n](../notes.txt)",
      articles: ["notes.txt", "trip/index.md"],
    },
    {
      rule: "Markdown is an article",
      files: { "trip/notes.md": "# Notes\n" },
      index: "[n](notes.md)",
      articles: ["trip/index.md", "trip/notes.md"],
    },
    {
      rule: "so is the index of another",
      files: { "trip/b/index.html": "<h1>B</h1>" },
      index: "[n](b/index.html)",
      articles: ["trip/b/index.html", "trip/index.md"],
    },
  ])("$rule", ({ files, index, articles }) => {
    const text = index === undefined ? INDEX : `---\ndate: 2025-06-01\n---\n${index}\n`;
    const found = read({ ...settings(), "trip/index.md": text, ...files });
    expect(found.articles).toEqual(articles);
    expect(found.media).toEqual([]);
  });

  test("of a draft are nobody's", () => {
    const found = read({
      ...settings(),
      "trip/index.md": INDEX.replace("---\n", "---\ndraft: true\n"),
      "trip/notes.txt": "Secret",
    });
    expect([found.articles, found.media]).toEqual([[], []]);
  });

  test("are not published through a link", () => {
    const folder = contentFolder({
      ...settings(),
      "trip/index.md": INDEX,
      "secret.md": "---\ndraft: true\n---\nSecret\n",
    });
    symlinkSync("../secret.md", join(folder, "trip/notes.txt"));
    expect(readFolder(folder, { drafts: false }).media).toEqual([]);
  });
});

describe("exclude", () => {
  test("leaves out files before they are read, with what is wrong with them", () => {
    const folder = contentFolder({
      ...settings('exclude = ["docs", "*.tmp.md"]\n'),
      "a.md": "# A\n\n![x](docs/x.png)\n",
      "b.tmp.md": "---\ntitle: [\n---\n",
      "docs/c.md": "# C\n",
      "docs/x.png": "no image",
    });
    symlinkSync("nowhere", join(folder, "docs/d.md"));
    const { articles, media, problems } = readFolder(folder, { drafts: false });
    expect(articles.map(({ path }) => path)).toEqual(["a.md"]);
    expect([media, problems]).toEqual([[], []]);
  });

  test("never leaves out the settings", () => {
    expect(read({ ...settings('exclude = ["**"]\n'), "a.md": "# A\n" })).toMatchObject({
      articles: [],
      site: { title: "The Quay" },
    });
  });
});

describe("a file that is nearly site.toml", () => {
  test.for(["Site.toml", "SITE.TOML"])("%s is told", (name) => {
    expect(read({ [name]: SITE_TOML }).problems.sort()).toEqual([
      `${name}: warning: is not read, since settings lie in site.toml; write its name in small letters`,
      expect.stringMatching(/^site.toml: notice: is missing/),
    ]);
  });
});

describe("people in data files", () => {
  const JANE = { name: "Jane Roy", url: "https://jane.example/", email: null };
  const YAML = "jane:\n  name: Jane Roy\n  url: https://jane.example/\n";
  const article = "---\nauthor: jane\n---\nText.\n";

  test.for([
    { of: "Jekyll", content: ".", files: { "_data/authors.yml": YAML, "_posts/2025-06-01-a.md": article } },
    {
      of: "Jekyll, of its posts alone",
      content: "_posts",
      files: { "_data/authors.yml": YAML, "_posts/2025-06-01-a.md": article },
    },
    {
      of: "Docusaurus",
      content: "blog",
      files: { "blog/authors.yml": YAML, "blog/2025-06-01-a.md": article },
    },
    {
      of: "Docusaurus, of the whole site",
      content: ".",
      files: { "blog/authors.yml": YAML, "blog/2025-06-01-a.md": article },
    },
    {
      of: "Hugo",
      content: "content",
      files: {
        "data/authors/jane.toml": 'name = "Jane Roy"\nurl = "https://jane.example/"\n',
        "content/a.md": article,
      },
    },
    {
      of: "Astro",
      content: "src/content/blog",
      files: {
        "src/content/authors/jane.json": '{"name":"Jane Roy","url":"https://jane.example/"}',
        "src/content/blog/a.md": article,
      },
    },
    {
      of: "Eleventy",
      content: ".",
      files: {
        "_data/people.json": '[{"id":"jane","name":"Jane Roy","url":"https://jane.example/"}]',
        "a.md": article,
      },
    },
  ])("$of", ({ content, files }) => {
    expect(read(files, content).authors).toEqual([JANE]);
  });

  test("go behind site.toml, and count in what the cache knows of the settings", () => {
    const { authors, site } = read({
      ...settings('[authors.jane]\nname = "Jane R."\n'),
      "authors.yml": `${YAML}bo: Bo Lee\n`,
      "a.md": "---\nauthors: [jane, bo]\n---\nText.\n",
    });
    expect(authors.map(({ name }) => name)).toEqual(["Jane R.", "Bo Lee"]);
    expect(JSON.stringify(site)).toContain("Bo Lee");
  });

  test("that cannot be read are told, and stop nothing", () => {
    const found = read({ ...settings(), "authors.yml": "jane: [", "a.md": article });
    expect(found.problems).toEqual([
      "authors.yml: warning: cannot be read, so nobody in it is known by a key; correct it",
    ]);
    expect(found.authors).toEqual([{ name: "jane", url: null, email: null }]);
  });

  test("are no articles in a folder of Astro's", () => {
    const files = { "authors/jane.md": "---\nname: Jane Roy\n---\nShe writes.\n", "blog/a.md": article };
    expect(read({ ...settings('generator = "astro"\n'), ...files })).toMatchObject({
      articles: ["blog/a.md"],
      authors: [{ name: "Jane Roy" }],
    });
  });
});
