import { join } from "node:path";
import { expect, test } from "vitest";
import { surveyFolder } from "../../../src/command/init/survey.ts";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";

const here = { isNamed: false };
const named = { isNamed: true };
const ARTICLE = "# A lock\n\nIt opened.\n";

test.for<{ readonly name: string; readonly files: Readonly<Record<string, string>> }>([
  { name: "an empty folder", files: {} },
  {
    name: "a fresh repository",
    files: { ".git/config": "", "README.md": "# Quay", LICENSE: "", ".gitignore": "" },
  },
  {
    name: "what npm install leaves",
    files: {
      "package.json": '{"dependencies":{"feedwright":"file:feedwright-0.1.0.tgz"}}',
      "package-lock.json": "{}",
      "node_modules/feedwright/package.json": "{}",
      "feedwright-0.1.0.tgz": "",
    },
  },
])("a site may be made in $name without its name", ({ files }) => {
  expect(surveyFolder(contentFolder(files), here)).toMatchObject({ site: null, hasArticles: false });
});

test("a site may be made in a folder that is not there", () => {
  expect(surveyFolder(join(temporaryFolder(), "quay"), named)).toEqual({
    site: null,
    hasArticles: false,
    manifest: null,
  });
});

test("articles in content/ are the site's, beside another generator too", () => {
  const files = { "content/posts/a.md": ARTICLE, "themes/quay/readme.md": "", "config.toml": "" };
  expect(surveyFolder(contentFolder(files), here)).toMatchObject({ site: null, hasArticles: true });
});

test("settings in content/ are the site's", () => {
  const files = { "content/site.toml": 'title = "Quay"\nurl = "https://quay.example"\nlanguage = "de"\n' };
  expect(surveyFolder(contentFolder(files), here).site).toMatchObject({
    title: "Quay",
    url: "https://quay.example",
    language: "de",
  });
});

test.for<{
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly how: { readonly isNamed: boolean };
  readonly says: string;
}>([
  {
    name: "a worker's settings",
    files: { "wrangler.toml": "" },
    how: named,
    says: "it would overwrite wrangler.toml; move it away, or name another folder",
  },
  {
    name: "all that a site would write over",
    files: { "wrangler.toml": "", ".github/workflows/publish.yml": "" },
    how: named,
    says: "it would overwrite wrangler.toml and .github/workflows/publish.yml; move them away",
  },
  {
    name: "scripts with the names of a site's",
    files: { "package.json": '{"scripts":{"start":"vite","dev":"vite","test":"true"}}' },
    how: named,
    says: "package.json already has scripts that a site needs the names of: start, dev; rename them",
  },
  {
    name: "a broken package.json",
    files: { "package.json": "{" },
    how: named,
    says: "package.json cannot be read as JSON; fix it, or move it away",
  },
  {
    name: "a package.json that is none",
    files: { "package.json": '{"scripts":"vite"}' },
    how: named,
    says: "package.json cannot be used: ",
  },
  {
    name: "broken settings",
    files: { "content/site.toml": "titel = 1\n" },
    how: named,
    says: 'content/site.toml:1: error: "titel" is not a setting; did you mean "title"?',
  },
  {
    name: "articles that lie in it",
    files: { "a.md": ARTICLE, "b.txt": ARTICLE, "README.md": "# Read me" },
    how: here,
    says: "this folder already has 2 articles (a.md and b.txt); a site keeps its articles in content/. Move them",
  },
  {
    name: "articles in sections",
    files: { "harbour/a.md": ARTICLE, "harbour/b.md": ARTICLE, "world/a.md": ARTICLE, "world/b.md": ARTICLE },
    how: named,
    says: "this folder already has 4 articles (harbour/a.md, harbour/b.md, world/a.md and 1 more); a site",
  },
  {
    name: "settings that lie in it",
    files: { "site.toml": "", "content/a.md": ARTICLE },
    how: named,
    says: "a site keeps them in content/. Move them there and run init again",
  },
  {
    name: "other things, where nobody named it",
    files: { "Photos/a.jpg": "", "taxes.ods": "" },
    how: here,
    says: 'this folder is not empty (Photos and taxes.ods); name a new folder, or run "init ."',
  },
  {
    name: "a file where its content goes",
    files: { content: "" },
    how: named,
    says: "content is a file; a site needs a folder there",
  },
])("no site is made in a folder with $name: it is told what to do", ({ files, how, says }) => {
  const folder = contentFolder(files);
  expect(() => surveyFolder(folder, how)).toThrow(says);
});

test("a folder that holds other things is a site's where it was named", () => {
  expect(surveyFolder(contentFolder({ "taxes.ods": "" }), named)).toMatchObject({ hasArticles: false });
});

test("a file is no folder", () => {
  const file = join(contentFolder({ "a.md": "" }), "a.md");
  expect(() => surveyFolder(file, named)).toThrow(`${file} is a file; name a folder`);
});
