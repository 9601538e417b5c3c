import { describe, expect, test } from "vitest";
import { isPeoplePath, readPeople } from "../../src/source/fields/people.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";

const JANE = { key: "jane", name: "Jane Roy", url: "https://jane.example/", email: "jane@jane.example" };

describe("readPeople", () => {
  test.for<{ form: string; path: string; text: string; key: string | null }>([
    {
      form: "Docusaurus' and Jekyll's table",
      path: "authors.yml",
      text: "jane:\n  name: Jane Roy\n  title: Editor\n  url: https://jane.example/\n  email: jane@jane.example\n  socials: { x: jane }",
      key: null,
    },
    {
      form: "other names of the same",
      path: "authors.yaml",
      text: "jane: { display_name: Jane  Roy, web: 'https://jane.example/', email: jane@jane.example }",
      key: null,
    },
    {
      form: "a list",
      path: "people.json",
      text: '[{"id":"jane","name":"Jane Roy","website":"https://jane.example/","email":"jane@jane.example"}, 7, {"age":3}]',
      key: null,
    },
    {
      form: "a file for each, in TOML",
      path: "jane.toml",
      text: 'name = "Jane Roy"\nurl = "https://jane.example/"\nemail = "jane@jane.example"',
      key: "jane",
    },
    {
      form: "a file for each, in front matter",
      path: "jane.md",
      text: "---\nname: Jane Roy\nlink: https://jane.example/\nemail: jane@jane.example\n---\nShe writes.\n",
      key: "jane",
    },
  ])("reads $form", ({ path, text, key }) => expect(readPeople(path, text, key)).toEqual([JANE]));

  test.for([
    {
      form: "a name alone",
      path: "a.yml",
      text: "jane: Jane Roy",
      people: [{ ...JANE, url: null, email: null }],
    },
    {
      form: "an address that is none of the web",
      path: "a.yml",
      text: "jane: { name: Jane Roy, url: 'javascript:x' }",
      people: [{ ...JANE, url: null, email: null }],
    },
    { form: "nobody", path: "a.yml", text: "# soon\n", people: [] },
    { form: "a text without front matter", path: "jane.md", text: "Jane", people: [] },
    { form: "what cannot be read", path: "a.yml", text: "a: [", people: null },
  ])("of $form gives $people", ({ path, text, people }) =>
    expect(readPeople(path, text, null)).toEqual(people),
  );
});

describe("an author", () => {
  const site = siteWith(
    '[authors.jane]\nname = "Jane Roy"\nurl = "https://jane.example/"\n[authors.bo]\nname = "Bo"\n',
  );
  const authors = (matter: string) =>
    parseArticle({ path: pathOf("a.md"), bytes: Buffer.from(`---\n${matter}\n---\nText.\n`) }, site).article
      ?.authors;
  const ROY = { name: "Jane Roy", url: "https://jane.example/", email: null };

  test.for([
    { rule: "is found by key", matter: "author: jane", are: [ROY] },
    { rule: "is found by name", matter: "author: Jane Roy", are: [ROY] },
    {
      rule: "is one under both",
      matter: "authors: [jane, Jane Roy, bo]",
      are: [ROY, { name: "Bo", url: null, email: null }],
    },
    { rule: "is found by the key of a table", matter: "authors: [{ key: jane }]", are: [ROY] },
    {
      rule: "keeps a URL of its own",
      matter: "author: { name: jane, url: 'https://a.example/' }",
      are: [{ ...ROY, url: "https://a.example/" }],
    },
    {
      rule: "that nobody knows stays",
      matter: "author: joan",
      are: [{ name: "joan", url: null, email: null }],
    },
  ])("$rule", ({ matter, are }) => expect(authors(matter)).toEqual(are));

  test("with a key stands for the site too", () => {
    expect(site.authors).toEqual([ROY, { name: "Bo", url: null, email: null }]);
  });
});

test.for([
  { path: "authors.yml", generator: null, can: true },
  { path: "authors.YAML", generator: "jekyll", can: true },
  { path: "authors.toml", generator: null, can: true },
  { path: "authors.json", generator: null, can: true },
  { path: "authors.csv", generator: "hugo", can: false },
  { path: "jane.md", generator: "hugo", can: true },
  { path: "jane.MD", generator: "astro", can: true },
  { path: "jane.md", generator: "jekyll", can: false },
  { path: "jane.md", generator: null, can: false },
  { path: "jane.mdx", generator: "astro", can: false },
] as const)("a file can tell of people: $path of $generator, $can", ({ path, generator, can }) => {
  expect(isPeoplePath(path, generator)).toBe(can);
});

test.for([
  { form: "a list of what is no person", path: "a.json", text: '[{"name":""},7]', key: null },
  { form: "a table of what is no person", path: "a.json", text: '{"jane":{"age":3}}', key: null },
  { form: "a text", path: "a.json", text: '"Jane"', key: null },
  { form: "a person without a name", path: "jane.json", text: '{"age":3}', key: "jane" },
])("$form tells of nobody", ({ path, text, key }) => expect(readPeople(path, text, key)).toEqual([]));
