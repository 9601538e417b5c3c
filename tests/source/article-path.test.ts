import { describe, expect, test } from "vitest";
import { extensionOf, readArticlePath, titleFromName } from "../../src/source/text/article-path.ts";

describe("readArticlePath", () => {
  test.for([
    { rule: "a file at the top has no section", path: "lock.md", name: "lock", section: null },
    { rule: "the first folder is the section", path: "world/asia/lock.md", name: "lock", section: "world" },
    { rule: "a year is no section", path: "2025/world/lock.md", name: "lock", section: "world" },
    {
      rule: "a folder that only begins with a year is",
      path: "2025-a/lock.md",
      name: "lock",
      section: "2025-a",
    },
    {
      rule: "a folder that only ends with a year is",
      path: "a-2025/lock.md",
      name: "lock",
      section: "a-2025",
    },
    { rule: "_posts is no section", path: "_posts/world/lock.md", name: "lock", section: "world" },
    { rule: "_drafts is no section", path: "_drafts/lock.md", name: "lock", section: null },
    {
      rule: "a bundle is named after its folder",
      path: "world/lock/index.md",
      name: "lock",
      section: "world",
    },
    { rule: "the folder of a bundle is no section", path: "lock/index.md", name: "lock", section: null },
    { rule: "an index at the top is no bundle", path: "index.md", name: "index", section: null },
    { rule: "only the last extension goes", path: "lock.en.md", name: "lock.en", section: null },
    { rule: "a dot in a folder is no extension", path: "a.b/lock", name: "lock", section: "a.b" },
  ])("$rule: $path", ({ path, name, section }) => {
    expect(readArticlePath(path)).toMatchObject({ name, section, date: null });
  });

  test.for([
    { rule: "a date and a hyphen", path: "2025-07-01-lock.md", name: "lock", date: "2025-07-01" },
    { rule: "a date and an underscore", path: "2025-07-01_lock.md", name: "lock", date: "2025-07-01" },
    { rule: "a date alone is the name too", path: "2025-07-01.md", name: "2025-07-01", date: "2025-07-01" },
    { rule: "a date and nothing behind it", path: "2025-07-01-.md", name: "2025-07-01-", date: "2025-07-01" },
    { rule: "a bundle", path: "2025-07-01-lock/index.md", name: "lock", date: "2025-07-01" },
    {
      rule: "a date amid the name is none",
      path: "on-2025-07-01-lock.md",
      name: "on-2025-07-01-lock",
      date: null,
    },
    { rule: "a longer number is none", path: "2025-07-011.md", name: "2025-07-011", date: null },
    { rule: "a number in front is none", path: "12025-07-01.md", name: "12025-07-01", date: null },
  ])("reads the date of a name: $rule", ({ path, name, date }) => {
    expect(readArticlePath(path)).toMatchObject({ name, date });
  });

  test.for([
    { path: "_drafts/lock.md", isDraft: true, isJekyll: true },
    { path: "world/_drafts/lock.md", isDraft: true, isJekyll: true },
    { path: "world/_posts/2025-07-01-lock.md", isDraft: false, isJekyll: true },
    { path: "world/lock.md", isDraft: false, isJekyll: false },
    { path: "_posts.md", isDraft: false, isJekyll: false },
  ])("knows Jekyll's folders: $path", ({ path, isDraft, isJekyll }) => {
    expect(readArticlePath(path)).toMatchObject({ isDraft, isJekyll });
  });
});

describe("the language that a place tells", () => {
  test.for([
    { path: "lock.fr.md", language: "fr", name: "lock", folders: [], inFolder: false },
    { path: "2025-07-01-lock.pt-br.md", language: "pt-br", name: "lock", folders: [], inFolder: false },
    { path: "a/lock/index.fr.md", language: "fr", name: "lock", folders: ["a"], inFolder: false },
    { path: "fr/a/lock.md", language: "fr", name: "lock", folders: ["a"], inFolder: true },
    {
      path: "content/fr/2025/lock.md",
      language: "fr",
      name: "lock",
      folders: ["content", "2025"],
      inFolder: true,
    },
    {
      path: "i18n/fr/docusaurus-plugin-content-docs/current/a/lock.md",
      language: "fr",
      name: "lock",
      folders: ["docs", "a"],
      inFolder: true,
    },
    { path: "fr/lock.pt-br.md", language: "pt-br", name: "lock", folders: [], inFolder: true },
    { path: "lock.de.md", language: null, name: "lock.de", folders: [], inFolder: false },
    { path: "french/lock.md", language: null, name: "lock", folders: ["french"], inFolder: false },
    { path: "fr.md", language: null, name: "fr", folders: [], inFolder: false },
  ])("$path: $language", ({ path, language, name, folders, inFolder }) => {
    expect(readArticlePath(path, ["fr", "pt-br"])).toMatchObject({
      language,
      name,
      folders,
      isInLanguageFolder: inFolder,
    });
  });

  test("is none where the site lists none, and its folder is the section", () => {
    expect(readArticlePath("fr/lock.fr.md")).toMatchObject({
      language: null,
      name: "lock.fr",
      section: "fr",
    });
  });
});

test("folders around _posts are Jekyll's categories", () => {
  expect(readArticlePath("en/news/_posts/old/2025-07-01-lock.md")).toMatchObject({
    around: ["en", "news"],
    folders: ["en", "news", "old"],
    fullName: "2025-07-01-lock",
  });
  expect(readArticlePath("en/news/lock.md").around).toEqual([]);
});

test.for([
  { path: "a.MD", extension: "md" },
  { path: "a.tar.gz", extension: "gz" },
  { path: "a.mp3", extension: "mp3" },
  { path: "a.md/lock", extension: "" },
  { path: "a.md~", extension: "" },
  { path: "lock", extension: "" },
])("the extension of $path is “$extension”", ({ path, extension }) => {
  expect(extensionOf(path)).toBe(extension);
});

test.for([
  { name: "lock-opens", title: "Lock opens" },
  { name: "lock__opens--at_noon", title: "Lock opens at noon" },
  { name: "-lock-", title: "Lock" },
  { name: "élan", title: "Élan" },
  { name: "---", title: "---" },
])("a file named $name has the title “$title”", ({ name, title }) => {
  expect(titleFromName(name)).toBe(title);
});

describe("a folder of Jekyll's", () => {
  test.for([
    { path: "_posts/2024-1-2-lock.md", date: "2024-1-2", name: "lock", folders: [] },
    { path: "_posts/2024-11-12-lock.md", date: "2024-11-12", name: "lock", folders: [] },
    { path: "blog/_posts/2024-1-2-lock.md", date: "2024-1-2", name: "lock", folders: ["blog"] },
    { path: "_drafts/2024-1-2.md", date: "2024-1-2", name: "2024-1-2", folders: [] },
    { path: "_posts/x2024-1-2-lock.md", date: null, name: "x2024-1-2-lock", folders: [] },
    { path: "_posts/2024-1-2x.md", date: null, name: "2024-1-2x", folders: [] },
    { path: "my_posts/2024-1-2-lock.md", date: null, name: "2024-1-2-lock", folders: ["my_posts"] },
    { path: "_postscript/2024-1-2-lock.md", date: null, name: "2024-1-2-lock", folders: ["postscript"] },
    { path: "news/2024-1-2-lock.md", date: null, name: "2024-1-2-lock", folders: ["news"] },
    { path: "news/2024-01-02-lock.md", date: "2024-01-02", name: "lock", folders: ["news"] },
  ])("lets parts of a date have one digit: $path", ({ path, ...is }) => {
    expect(readArticlePath(path)).toMatchObject(is);
  });
});

test("a name that is nothing but a language is a name", () => {
  expect(readArticlePath("blog/.fr.md", ["fr"])).toMatchObject({ name: ".fr", language: null });
  expect(readArticlePath("blog/a.fr.md", ["fr"])).toMatchObject({ name: "a", language: "fr" });
});

test("a translated folder of Docusaurus is called as the folder itself", () => {
  const folders = (path: string) => readArticlePath(path, ["fr"]).folders;
  expect(folders("i18n/fr/docusaurus-plugin-content-blog/a.md")).toEqual(["blog"]);
  expect(folders("i18n/fr/my-docusaurus-plugin-content-blog/a.md")).toEqual([
    "my-docusaurus-plugin-content-blog",
  ]);
});
