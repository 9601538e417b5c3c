import { expect, test } from "vitest";
import { partsOf } from "../../src/source/fields/known-fields.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";

test.for([
  {
    generator: "docusaurus",
    field: 'slug: " /2025/ a b/ "',
    told: ['3 error "slug" is " /2025/ a b/ "; write it as text without a slash'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "slug: /2025/lock",
    told: ['3 error "slug" is "/2025/lock"; write it as text without a slash'],
    asides: [],
  },
  {
    generator: "astro",
    field: "permalink: /:year/:title/",
    told: [
      '3 notice "permalink" is a template, /:year/:title/; the address is made by permalink in site.toml instead',
    ],
    asides: [],
  },
  { generator: "jekyll", field: 'tags: [""]', told: [], asides: [] },
  { generator: "jekyll", field: 'tags: ["", null]', told: [], asides: [] },
  { generator: "jekyll", field: "tags: [a, null]", told: [], asides: [] },
  { generator: "jekyll", field: 'categories: [""]', told: [], asides: [] },
  { generator: "jekyll", field: 'redirect_from: [""]', told: [], asides: [] },
  { generator: "astro", field: "tags: [null]", told: [], asides: [] },
  {
    generator: "gatsby",
    field: "path: /",
    told: ['3 notice "path" is "/", where the site has its own front page, so this is no article'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "url: /",
    told: ['3 notice "url" is "/", where the site has its own front page, so this is no article'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "my_url: /",
    told: [],
    asides: ['"my_url" means nothing here, and changes nothing'],
  },
  {
    generator: "jekyll",
    field: "permalink: 5",
    told: ['3 error "permalink" is 5; write a path such as /2025/07/lock/'],
    asides: [],
  },
  { generator: "docusaurus", field: "slug: 5", told: [], asides: [] },
  {
    generator: "hugo",
    field: "url: 5",
    told: ['3 error "url" is 5; write a path such as /2025/07/lock/'],
    asides: [],
  },
  { generator: "gatsby", field: "id: 7", told: [], asides: ['"id" means nothing here, and changes nothing'] },
  {
    generator: "jekyll",
    field: "id: 7",
    told: ['3 warning "id" is 7, so it is ignored; put quotation marks round it: "7"'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "id: 7",
    told: ['3 warning "id" is 7, so it is ignored; put quotation marks round it: "7"'],
    asides: [],
  },
  {
    generator: "astro",
    field: "id: 7",
    told: ['3 warning "id" is 7, so it is ignored; put quotation marks round it: "7"'],
    asides: [],
  },
  {
    generator: "zola",
    field: "id: 7",
    told: ['3 warning "id" is 7, so it is ignored; put quotation marks round it: "7"'],
    asides: [],
  },
  {
    generator: "zola",
    field: "aliases: [The Quay]",
    told: [
      '3 error "aliases" is a list; of it "The Quay" can be no address; write a list of paths such as /old/lock/',
    ],
    asides: [],
  },
  {
    generator: "jekyll",
    field: "aliases: [The Quay]",
    told: [
      '3 error "aliases" is a list; of it "The Quay" can be no address; write a list of paths such as /old/lock/',
    ],
    asides: [],
  },
  {
    generator: "astro",
    field: "aliases: [The Quay]",
    told: [
      '3 warning "aliases" is a list, so it is ignored; of it "The Quay" can be no address; write a list of paths such as /old/lock/',
    ],
    asides: [],
  },
  {
    generator: "astro",
    field: "date: 2025-02-31",
    told: [
      '3 warning "date" is "2025-02-31", a day that its month does not have; 2025-03-03 is taken for it, as astro does: write that',
    ],
    asides: [],
  },
  {
    generator: "gatsby",
    field: "date: 2025-02-31",
    told: [
      '3 warning "date" is "2025-02-31", a day that its month does not have; 2025-03-03 is taken for it, as gatsby does: write that',
    ],
    asides: [],
  },
  {
    generator: "gatsby",
    field: "expires: 2025-02-31",
    told: [
      '3 warning "expires" is "2025-02-31", a day that its month does not have; 2025-03-03 is taken for it, as gatsby does: write that',
    ],
    asides: [],
  },
  {
    generator: "astro",
    field: "date: [1]",
    told: ['3 error "date" is a list; write it as 2024-05-01 or 2024-05-01T09:00:00Z'],
    asides: [],
  },
  { generator: "gatsby", field: "url: x", told: [], asides: [] },
  {
    generator: "eleventy",
    field: "url: x",
    told: [],
    asides: ['"url" means nothing here, and changes nothing'],
  },
  {
    generator: "jekyll",
    field: 'redirect_to: " "',
    told: ['3 error "redirect_to" is " "; write a path such as /new/, or a whole URL'],
    asides: [],
  },
  {
    generator: "jekyll",
    field: "chapters: 5",
    told: [],
    asides: ['"chapters" means nothing here, and changes nothing'],
  },
  {
    generator: "hugo",
    field: "lead: Some text",
    told: [],
    asides: ['"lead" means nothing here, and changes nothing'],
  },
  {
    generator: "hugo",
    field: "lead: 5",
    told: [],
    asides: ['"lead" means nothing here, and changes nothing'],
  },
  {
    generator: "hugo",
    field: "draft: xtrue",
    told: ['3 error "draft" is "xtrue"; write true or false'],
    asides: [],
  },
  {
    generator: "hugo",
    field: 'draft: "true"',
    told: ['3 error "draft" is "true"; write it without quotation marks, in small letters'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "draft: truex",
    told: ['3 error "draft" is "truex"; write true or false'],
    asides: [],
  },
  {
    generator: "hugo",
    field: "language: 5",
    told: ['3 warning "language" is 5, so it is ignored; write a language tag such as en or pt-BR'],
    asides: [],
  },
  { generator: "hugo", field: "aliases: 5", told: [], asides: [] },
  {
    generator: "hugo",
    field: 'aliases: ["//"]',
    told: [
      '3 error "aliases" is a list; of it "//" can be no address; write a list of paths such as /old/lock/',
    ],
    asides: [],
  },
  { generator: "hugo", field: "math: true", told: [], asides: [] },
  {
    generator: "hugo",
    field: "titel: 5",
    told: [],
    asides: ['"titel" means nothing here, and changes nothing'],
  },
])("a field is judged as $generator means it: $field", ({ generator, field, told, asides }) => {
  const bytes = Buffer.from(`---\ntitle: The lock\n${field}\n---\nText.\n`);
  const read = parseArticle({ path: pathOf("a.md"), bytes }, siteWith(`generator = "${generator}"\n`));
  expect(read.problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`)).toEqual(told);
  expect(read.asides.map(({ message }) => message)).toEqual(asides);
});

test.for([
  { name: "enclosure", parts: ["url", "length", "type", "duration"] },
  { name: "image", parts: ["src", "alt"] },
  { name: "authors", parts: ["name", "url", "email"] },
  { name: "transcripts", parts: ["url", "type", "language"] },
  { name: "title", parts: [] },
  { name: "titel", parts: [] },
])("the parts of a field that is a table are known: $name", ({ name, parts }) => {
  expect(partsOf(name)).toEqual(parts);
});

test("a field that cannot be meant is told with what to write, where the site is a show", () => {
  const bytes = Buffer.from("---\ntitle: The lock\nchapters: 5\n---\nText.\n");
  const site = siteWith('[podcast]\nauthor = "Ana"\n');
  expect(parseArticle({ path: pathOf("a.md"), bytes }, site).problems.map(({ message }) => message)).toEqual([
    '"chapters" is 5; write the path of a file in the content folder',
  ]);
});
