import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import {
  isHomePath,
  isSectionPath,
  readHomeTitle,
  readSectionFile,
  withSections,
} from "../../src/source/section-file.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

function read(path: string, text: string) {
  const problems = new FileProblems(path);
  const file = { path: path as ContentPath, bytes: new TextEncoder().encode(text) };
  return { section: readSectionFile(file, site, problems), problems: problems.list };
}

test.for([
  { path: "world/_index.md", is: true },
  { path: "world/_index.markdown", is: true },
  { path: "world/_index.html", is: true },
  { path: "world/_index.htm", is: true },
  { path: "_index.md", is: true },
  { path: "world/_index.txt", is: false },
  { path: "world/_index.mdx", is: false },
  { path: "world/index.md", is: false },
  { path: "world/my_index.md", is: false },
  { path: "world/_index.md/lock.md", is: false },
])("$path describes a section: $is", ({ path, is }) => expect(isSectionPath(path)).toBe(is));

test.for([
  { path: "_index.md", is: true },
  { path: "world/_index.md", is: false },
  { path: "index.md", is: false },
])("$path describes the whole site: $is", ({ path, is }) => expect(isHomePath(path)).toBe(is));

describe("front matter that is nested too deeply", () => {
  const deep = `---json\n{"title": "A", "a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}\n---\n`;

  test("describes no section, and is told", () => {
    expect(read("world/_index.md", deep)).toMatchObject({
      section: null,
      problems: [{ severity: "error", message: expect.stringContaining("nested too deeply") }],
    });
  });

  test("names no site", () => {
    const file = { path: "_index.md" as ContentPath, bytes: new TextEncoder().encode(deep) };
    expect(readHomeTitle(file, site)).toBeNull();
  });
});

test("the title of a site stands beside any other field", () => {
  const text = "---\ntitle: The Quay\ndate: 2025-07-01 09:00\nseason: autumn\n---\n";
  const file = { path: "_index.md" as ContentPath, bytes: new TextEncoder().encode(text) };
  expect(readHomeTitle(file, site)).toBe("The Quay");
});

describe("readSectionFile", () => {
  test.for([
    {
      rule: "title and description",
      text: "---\ntitle: Around  the world\ndescription: News from\n  everywhere.\n---\n",
      section: { name: "world", title: "Around the world", description: "News from everywhere." },
    },
    {
      rule: "no title",
      text: "---\ntag: a\n---\n",
      section: { name: "world", title: "World", description: null },
    },
    { rule: "nothing", text: "", section: { name: "world", title: "World", description: null } },
  ])("reads $rule, and the name from the folder", ({ text, section }) => {
    expect(read("world/_index.md", text)).toEqual({ section, problems: [] });
  });

  test.for([
    { rule: "the top", path: "_index.md" },
    { rule: "a folder in a section", path: "world/asia/_index.md" },
    { rule: "a year", path: "2025/_index.md" },
  ])("$rule is no section of its own", ({ path }) => {
    expect(read(path, "---\ntitle: A\n---\n").section).toBeNull();
  });

  test("says what cannot be read", () => {
    expect(read("world/_index.md", "---\ntitle: 7.5\n---\n").problems).toMatchObject([
      {
        file: "world/_index.md",
        line: 2,
        severity: "error",
        message: '"title" is 7.5; put quotation marks round it: "7.5"',
      },
    ]);
  });

  test.for([
    "season: autumn",
    "language: Java",
    "aliases: [The Quay]",
    "date: soon",
    "hero_image: a.png",
    "weight: 3",
  ])("takes no other field for its own: %s", (field) => {
    const { section, problems } = read("world/_index.md", `---\ntitle: A\n${field}\n---\n`);
    expect([section?.title, problems]).toEqual(["A", []]);
  });
});

test("what site.toml says of a section goes before what a file says", () => {
  const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));
  const [sea, file, world] = [
    { name: "sea", title: "At sea", description: null },
    { name: "sea", title: "Sea", description: "Of a file." },
    { name: "world", title: "World", description: null },
  ];
  expect(withSections({ ...site, sections: [sea] }, [file, world])).toEqual({
    ...site,
    sections: [sea, world],
  });
});

test("the folder of a language is no section", () => {
  const site = { ...readSiteSettings(null, "quay", new FileProblems("site.toml")), languages: ["en", "fr"] };
  const described = ["fr", "sea"].map((name) => ({ name, title: name, description: null }));
  expect(withSections(site, described).sections.map(({ name }) => name)).toEqual(["sea"]);
});

describe("the title of a site", () => {
  const titleOf = (files: Readonly<Record<string, string>>) =>
    readFolder(contentFolder(files, join(temporaryFolder(), "quay")), { drafts: false }).site.title;

  test.for([
    ["its own _index.md", { "_index.md": "---\ntitle: The Quay Times\n---\n" }, "The Quay Times"],
    [
      "site.toml, before that",
      { "_index.md": "---\ntitle: The Quay Times\n---\n", "site.toml": 'title = "The Quay"\n' },
      "The Quay",
    ],
    [
      "the folder, where neither names it",
      { "_index.md": "Text.\n", "site.toml": 'language = "de"\n' },
      "quay",
    ],
  ] as const)("comes from %s", ([, files, title]) => {
    expect(titleOf({ ...files, "a.md": "# A\n\nText.\n" })).toBe(title);
  });
});
