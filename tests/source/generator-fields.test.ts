import { describe, expect, test } from "vitest";
import { askedSlugPath, plainFields } from "../../src/source/fields/generator-fields.ts";
import { mappedFields } from "../../src/source/fields/mapped-fields.ts";

/** The fields that are left, and what is told of others. */
function plain(raw: Readonly<Record<string, unknown>>) {
  const notes: string[] = [];
  const given = [
    ...plainFields(mappedFields(raw, []), ({ name, message }) => notes.push(`${name}: ${message}`)),
  ];
  return { fields: given.map(({ name, value }) => [name, value]), notes };
}

describe("plainFields", () => {
  test.for([
    { rule: "null", value: null },
    { rule: "a text without letters", value: "" },
    { rule: "a list of nothing", value: [] },
    { rule: "a list of empty values", value: ["", null] },
    { rule: "a table of nothing", value: {} },
    { rule: "a table of empty values", value: { src: "", alt: null } },
    { rule: "a table with switches alone", value: { src: "", relative: false, hidden: true } },
  ])("leaves out what archetypes leave empty: $rule", ({ value }) => {
    expect(plain({ cover: value, title: "A" })).toEqual({ fields: [["title", "A"]], notes: [] });
  });

  test.for([
    { rule: "false", value: false },
    { rule: "zero", value: 0 },
    { rule: "a space", value: " " },
    { rule: "a list with one text", value: ["a"] },
    { rule: "a list with a switch", value: [false] },
    { rule: "a table with one text", value: { src: "a.jpg", alt: "", relative: false } },
  ])("keeps what says something: $rule", ({ value }) => {
    expect(plain({ cover: value })).toEqual({ fields: [["cover", value]], notes: [] });
  });

  test.for<{ rule: string; raw: Record<string, unknown>; fields: unknown[] }>([
    {
      rule: "Zola's taxonomies are fields of their own",
      raw: { taxonomies: { tags: ["sea"], authors: ["Desk"] } },
      fields: [
        ["tags", ["sea"]],
        ["authors", ["Desk"]],
      ],
    },
    {
      rule: "taxonomies that are no table stay",
      raw: { taxonomies: "sea" },
      fields: [["taxonomies", "sea"]],
    },
    { rule: "another table stays", raw: { cover: { src: "a" } }, fields: [["cover", { src: "a" }]] },
    { rule: "Jekyll's published: false is a draft", raw: { published: false }, fields: [["draft", true]] },
    { rule: "Jekyll's published: true is none", raw: { published: true }, fields: [["draft", false]] },
    {
      rule: "published may be a date",
      raw: { published: "2025-07-01" },
      fields: [["published", "2025-07-01"]],
    },
    { rule: "Eleventy's permalink: false is a draft", raw: { permalink: false }, fields: [["draft", true]] },
    { rule: "permalink: true says nothing", raw: { permalink: true }, fields: [] },
    {
      rule: "other switches stay",
      raw: { draft: true, toc: false },
      fields: [
        ["draft", true],
        ["toc", false],
      ],
    },
    { rule: "a permalink that is a number stays", raw: { permalink: 7 }, fields: [["permalink", 7]] },
  ])("$rule", ({ raw, fields }) => {
    expect(plain(raw)).toEqual({ fields, notes: [] });
  });

  test.for([
    { tool: "Liquid", name: "permalink", value: "/{{ page.date }}/" },
    { tool: "Nunjucks", name: "permalink", value: "{% if a %}/a/{% endif %}" },
    { tool: "Jekyll", name: "permalink", value: "/:year/:title/" },
    { tool: "Jekyll, without a slash", name: "url", value: ":year/lock" },
    { tool: "a generator", name: "path", value: "blog/:slug" },
  ])("tells that a template of $tool makes no address: $name", ({ name, value }) => {
    expect(plain({ [name]: value })).toEqual({
      fields: [],
      notes: [
        `${name}: "${name}" is a template, ${value}; the address is made by permalink in site.toml instead`,
      ],
    });
  });

  test.for([
    { rule: "a path", name: "permalink", value: "/2025/lock/" },
    { rule: "a whole URL", name: "url", value: "https://quay.example:8080/lock" },
    { rule: "a list", name: "permalink", value: ["/{{ a }}"] },
    { rule: "a single brace", name: "path", value: "/a{b}" },
    { rule: "a colon amid a word", name: "path", value: "/a:b" },
    { rule: "a colon and a capital", name: "path", value: "/:B" },
    { rule: "a template in another field", name: "title", value: "{{ title }}" },
    { rule: "a field whose name only ends like one", name: "thumb_url", value: "/{{ a }}" },
    { rule: "a field whose name only begins like one", name: "url_title", value: "/{{ a }}" },
  ])("takes no template from $rule", ({ name, value }) => {
    expect(plain({ [name]: value })).toEqual({ fields: [[name, value]], notes: [] });
  });

  test.for(["Created", "Last Modified", "git created", "Git Last Modified"])(
    "tells that Eleventy's date %j is one of the folder, not of the article",
    (value) => {
      expect(plain({ date: value })).toEqual({
        fields: [],
        notes: [
          `date: "date" is "${value}", which changes with every copy of the folder; the date of first publication is used instead`,
        ],
      });
    },
  );

  test.for([
    { name: "date", value: "Created in 2025" },
    { name: "date", value: "Not created" },
    { name: "title", value: "Created" },
    { name: "date", value: 2025 },
    { name: "date", value: ["Created"] },
  ])("takes $name: $value as it is", ({ name, value }) => {
    expect(plain({ [name]: value })).toEqual({ fields: [[name, value]], notes: [] });
  });
});

describe("a slug that is a path", () => {
  test.for([
    { slug: "/2025/lock", generator: "docusaurus", is: { path: "2025/lock", slug: "lock" } },
    { slug: "/lock", generator: "docusaurus", is: { path: "lock", slug: "lock" } },
    { slug: "/", generator: "docusaurus", is: { path: "", slug: "" } },
    { slug: "/a/grün/", generator: "gatsby", is: { path: "a/gr%C3%BCn", slug: "grün" } },
    { slug: "lock", generator: "docusaurus", is: null },
    { slug: "a//b", generator: "gatsby", is: null },
    { slug: "/a/b", generator: "hugo", is: null },
    { slug: "/a/b", generator: null, is: null },
    { slug: 7, generator: "gatsby", is: null },
  ] as const)("$slug with $generator", ({ slug, generator, is }) => {
    expect(askedSlugPath({ slug }, generator)).toEqual(is);
  });
});

describe("what generators say of finding a page", () => {
  test.for([
    { raw: { sitemap: false }, fields: [["noindex", true]] },
    { raw: { sitemap: { exclude: true } }, fields: [["noindex", true]] },
    { raw: { sitemap: { disable: true } }, fields: [["noindex", true]] },
    { raw: { sitemap: true }, fields: [["sitemap", true]] },
    {
      raw: { sitemap: { exclude: false, priority: 1 } },
      fields: [["sitemap", { exclude: false, priority: 1 }]],
    },
    { raw: { robots: "NoIndex, nofollow" }, fields: [["noindex", true]] },
    { raw: { robots: "index, follow" }, fields: [["robots", "index, follow"]] },
    { raw: { robots: ["noindex"] }, fields: [["robots", ["noindex"]]] },
    { raw: { build: { render: "never" } }, fields: [["draft", true]] },
    { raw: { _build: { render: false } }, fields: [["draft", true]] },
    { raw: { build: { render: "link" } }, fields: [["draft", true]] },
    { raw: { build: { list: "never" } }, fields: [["unlisted", true]] },
    { raw: { build: { render: true, list: false } }, fields: [["unlisted", true]] },
    { raw: { build: { render: "always", list: "local" } }, fields: [] },
    { raw: { build: "never" }, fields: [["build", "never"]] },
    { raw: { eleventyExcludeFromCollections: ["posts"] }, fields: [] },
    { raw: { eleventyExcludeFromCollections: true }, fields: [["eleventyExcludeFromCollections", true]] },
    { raw: { tags: ["sea", "", null] }, fields: [["tags", ["sea"]]] },
  ])("$raw is $fields", ({ raw, fields }) => expect(plain(raw)).toEqual({ fields, notes: [] }));

  test("is told under the name that it was written with", () => {
    const given = [...plainFields([{ name: "tags", written: "Tags", value: ["sea", ""] }], () => {})];
    expect(given).toEqual([{ name: "tags", written: "Tags", value: ["sea"] }]);
  });
});
