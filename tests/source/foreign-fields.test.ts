import { expect, test } from "vitest";
import type { Generator } from "../../src/article/setting-choices.ts";
import { readArticleFields } from "../../src/source/fields/article-fields.ts";
import { splitFrontMatter } from "../../src/source/formats/front-matter.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const NO_TAG = "write a language tag such as en or pt-BR";
const NO_PATH = 'of it "The Quay" can be no address; write a list of paths such as /old/lock/';

/** What a line of YAML says in a folder of a generator. */
function fieldsOf(yaml: string, generator: Generator | null) {
  const split = splitFrontMatter(`---\n${yaml}\n---\n`);
  return readArticleFields(split, { timezone: "UTC", podcast: null, generator }, new FileProblems("a.md"));
}

/** What is told of a line of YAML in a folder of a generator. */
function told(yaml: string, generator: Generator | null): readonly string[] {
  const problems = new FileProblems("a.md");
  readArticleFields(
    splitFrontMatter(`---\n${yaml}\n---\n`),
    { timezone: "UTC", podcast: null, generator },
    problems,
  );
  return problems.list.map(({ severity, message }) => `${severity}: ${message}`);
}

test.for<{ yaml: string; generator: Generator | null; says: readonly string[] }>([
  { yaml: "language: Java", generator: null, says: [`error: "language" is "Java"; ${NO_TAG}`] },
  {
    yaml: "language: Java",
    generator: "hugo",
    says: [`warning: "language" is "Java", so it is ignored; ${NO_TAG}`],
  },
  {
    yaml: "lang: [Rust, Go]",
    generator: "docusaurus",
    says: [`warning: "lang" is a list, so it is ignored; ${NO_TAG}`],
  },
  { yaml: "language: fr", generator: "hugo", says: [] },
  { yaml: "id: 3554", generator: null, says: ['error: "id" is 3554; put quotation marks round it: "3554"'] },
  {
    yaml: "id: 3554",
    generator: "eleventy",
    says: ['warning: "id" is 3554, so it is ignored; put quotation marks round it: "3554"'],
  },
  {
    yaml: "date: 2017-02-29 11:00:00",
    generator: "docusaurus",
    says: [
      'warning: "date" is "2017-02-29 11:00:00", a day that its month does not have; 2017-03-01 11:00:00 is taken for it, as docusaurus does: write that',
    ],
  },
  {
    yaml: "updated: 2025-04-31",
    generator: "eleventy",
    says: [
      'warning: "updated" is "2025-04-31", a day that its month does not have; 2025-05-01 is taken for it, as eleventy does: write that',
    ],
  },
  {
    yaml: "date: 2025-13-31",
    generator: "gatsby",
    says: [
      'error: "date" is "2025-13-31"; there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z',
    ],
  },
  {
    yaml: "date: 2017-02-29",
    generator: "hugo",
    says: [
      'error: "date" is "2017-02-29"; there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z',
    ],
  },
  { yaml: 'id: "3554"', generator: "gatsby", says: [] },
  { yaml: "aliases: [The Quay]", generator: null, says: [`error: "aliases" is a list; ${NO_PATH}`] },
  { yaml: "aliases: [The Quay]", generator: "hugo", says: [`error: "aliases" is a list; ${NO_PATH}`] },
  {
    yaml: "aliases: [The Quay]",
    generator: "gatsby",
    says: [`warning: "aliases" is a list, so it is ignored; ${NO_PATH}`],
  },
  { yaml: "aliases: [/quay/]", generator: "gatsby", says: [] },
  {
    yaml: "cover: { dark: a.png }",
    generator: "astro",
    says: ['warning: "cover" is a table, so it is ignored; write it as a path, or as { src, alt }'],
  },
  { yaml: "cover: { light: a.png, dark: b.png }", generator: "astro", says: [] },
  {
    yaml: "title: [a]",
    generator: "gatsby",
    says: ['error: "title" is a list; write one text, between quotation marks'],
  },
])("$yaml in a folder of $generator is told as $says", ({ yaml, generator, says }) => {
  expect(told(yaml, generator)).toEqual(says);
});

test.for([
  { generator: null, permalink: "/quay" },
  { generator: "hugo", permalink: "/quay" },
  { generator: "eleventy", permalink: undefined },
  { generator: "jekyll", permalink: undefined },
] as const)("url is an address in a folder of $generator: $permalink", ({ generator, permalink }) => {
  const { fields, extra } = fieldsOf("url: https://else.example/quay", generator);
  expect(fields.permalink).toBe(permalink);
  expect(extra).toEqual(permalink === undefined ? { url: "https://else.example/quay" } : {});
});

test.for([
  {
    written: "[Ana Holm](https://a.example/), of the quay",
    name: "Ana Holm, of the quay",
    url: "https://a.example/",
  },
  {
    written: "Ana Holm ([@ana](https://a.example/ana))",
    name: "Ana Holm (@ana)",
    url: "https://a.example/ana",
  },
  {
    written: "[Ana](https://a.example/) and [Jo](https://b.example/)",
    name: "Ana and Jo",
    url: "https://a.example/",
  },
  { written: "[Ana](ana)", name: "Ana", url: null },
  { written: "Ana [Holm]", name: "Ana [Holm]", url: null },
])("an author written as a link is a name: $written", ({ written, name, url }) => {
  const yaml = `author: "${written}"`;
  expect(fieldsOf(yaml, "eleventy").fields.authors).toEqual([{ name, url, email: null }]);
  expect(fieldsOf(yaml, null).fields.authors).toEqual([{ name: written, url: null, email: null }]);
});
