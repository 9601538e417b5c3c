import { expect, test } from "vitest";
import type { Generator } from "../../src/article/site.ts";
import { readArticleFields } from "../../src/source/fields/article-fields.ts";
import { splitFrontMatter } from "../../src/source/formats/front-matter.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const NO_TAG = "write a language tag such as en or pt-BR";
const NO_PATH = 'of it "The Quay" can be no address; write a list of paths such as /old/lock/';

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
