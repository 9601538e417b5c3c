import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";

/** What the address of an article is made of, and what is told of its front matter. */
function addressingOf(settings: string, fields = "", path = "blog/2025-07-01-Lock.md") {
  const site = siteWith(settings);
  const bytes = Buffer.from(`---\ntitle: The lock\n${fields}---\nText.\n`);
  const { article, problems } = parseArticle({ path: pathOf(path), bytes }, site);
  const { addressing } = must(article, problems.map(({ message }) => message).join("\n"));
  return { addressing, told: problems.map(({ message }) => message) };
}

const all = "/{title}/{path}/{filename}/{folders}/{section}/{categories}/{author}/{lang}/{slug}";

test.for([
  { name: "nothing beside slug and date", settings: 'permalink = "/{year}/{slug}"\n', is: undefined },
  {
    name: "no section where the article has none",
    settings: 'permalink = "/{section}/{slug}"\n',
    path: "lock.md",
    is: undefined,
  },
  {
    name: "categories as slugs, unless Jekyll reads them",
    settings: 'generator = "hugo"\npermalink = "/{categories}/{slug}"\n',
    fields: "categories: [At Sea]\n",
    is: { values: { categories: "at-sea" } },
  },
  {
    name: "the date of the name in Astro's and Gatsby's paths",
    settings: 'generator = "astro"\npermalink = "/{path}/"\n',
    is: { values: { path: "blog/2025-07-01-lock" } },
  },
  {
    name: "the date of the name in Gatsby's paths",
    settings: 'generator = "gatsby"\npermalink = "/{path}/"\n',
    is: { values: { path: "blog/2025-07-01-lock" } },
  },
  {
    name: "every token that a pattern holds",
    settings: `permalinks = { "x" = "${all}" }\n`,
    fields: "author: Ana Holm\ncategories: [Ships, At Sea]\n",
    is: {
      values: {
        title: "the-lock",
        path: "blog/lock",
        filename: "2025-07-01-lock",
        folders: "blog",
        section: "blog",
        categories: "ships/at-sea",
        author: "ana-holm",
        lang: "en",
      },
    },
  },
  { name: "what an article lacks", settings: 'permalink = "/{author}/{slug}"\n', is: undefined },
  {
    name: "the slug of the front matter for headline and path",
    settings: 'permalink = "/{path}"\nids = "urn:{title}"\n',
    fields: "slug: Tide\n",
    is: { values: { path: "blog/Tide", title: "Tide" } },
  },
  {
    name: "Hugo's path, with the date of the name",
    settings: 'generator = "hugo"\nslugs = "lower"\npermalink = "/{path}/"\n',
    is: { values: { path: "blog/2025-07-01-lock" } },
  },
  {
    name: "Jekyll's categories, those of folders first",
    settings: 'generator = "jekyll"\npermalink = "/{categories}/{slug}"\n',
    fields: "categories: News At\n",
    path: "en/News/_posts/2025-07-01-lock.md",
    is: { values: { categories: "en/news/at" } },
  },
  {
    name: "what Docusaurus calls a page, for its file's name",
    settings: 'generator = "docusaurus"\npermalink = "/{path}/"\n',
    fields: "id: gates\n",
    is: { values: { path: "blog/gates" } },
  },
  {
    name: "its slug before that",
    settings: 'generator = "docusaurus"\npermalink = "/{path}/"\n',
    fields: "id: gates\nslug: tide\n",
    is: { values: { path: "blog/tide" } },
  },
  {
    name: "no number that stands there",
    settings: 'generator = "docusaurus"\npermalink = "/{path}/"\n',
    fields: "id: 7\n",
    is: { values: { path: "blog/lock" } },
  },
  {
    name: "not what Gatsby calls a page",
    settings: 'generator = "gatsby"\npermalink = "/{path}/"\n',
    fields: "id: gates\n",
    is: { values: { path: "blog/2025-07-01-lock" } },
  },
  { name: "the day of the name", settings: 'date_from = "name"\n', is: { wall: "2025-07-01T00:00" } },
  {
    name: "a name with no real day",
    settings: 'date_from = "name"\n',
    path: "2025-02-31-a.md",
    fields: "date: 2025-01-01\n",
    is: undefined,
  },
  {
    name: "the day as it was written, of the date that counts",
    settings: 'date_from = "written"\n',
    fields: "published: 2025-05-05T23:00:00Z\ndate: 2025-06-30T23:30:00-04:00\n",
    is: { wall: "2025-06-30T23:30" },
  },
  {
    name: "a date without an offset before one with it",
    settings: 'date_from = "written"\n',
    fields: "published: 2025-05-05T23:00:00Z\ndate: 2025-06-30\n",
    is: undefined,
  },
  {
    name: "Jekyll's pattern in front matter",
    settings: 'generator = "jekyll"\n',
    fields: "permalink: /:categories/:year/:title.html\ncategories: a\n",
    is: { pattern: "/{categories}/{year}/{slug}.html", values: { categories: "a" } },
  },
  {
    name: "Hugo's pattern in front matter",
    settings: 'generator = "hugo"\n',
    fields: "url: /:sections/:slug/\n",
    is: { pattern: "/{folders}/{title}/", values: { folders: "blog", title: "the-lock" } },
  },
  {
    name: "a language and what translations have alike",
    settings: 'languages = ["en", "fr"]\n',
    path: "fr/blog/lock.md",
    is: { language: "fr", place: "blog/lock", translationKey: "/blog/lock" },
  },
  {
    name: "a key of its own",
    settings: 'languages = ["en", "fr"]\n',
    fields: "translationKey: lock\n",
    is: { translationKey: "lock" },
  },
])("an address is made of $name", ({ settings, fields, path, is }) => {
  expect(addressingOf(settings, fields, path)).toEqual({ addressing: is, told: [] });
});

test.for([
  { settings: "", fields: "permalink: /:year/:title/\n", says: '"permalink" is a template, /:year/:title/' },
  {
    settings: 'generator = "hugo"\n',
    fields: "permalink: /:year/\n",
    says: '"permalink" is a template, /:year/',
  },
  {
    settings: 'generator = "jekyll"\n',
    fields: "permalink: /:weather/\n",
    says: '"permalink" is a template, /:weather/',
  },
])("a pattern that no generator of the site means is told: $fields", ({ settings, fields, says }) => {
  const { addressing, told } = addressingOf(settings, fields);
  expect([addressing, told]).toEqual([undefined, [expect.stringContaining(says)]]);
});

describe("the language of an address is the one that its place or its front matter tells, as site.toml lists it", () => {
  test.for([
    {
      settings: 'languages = ["en", "fr", "pt-br"]\n',
      fields: "lang: pt-BR\n",
      path: "a.md",
      is: { language: "pt-br", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "a.md",
      is: { translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "a.fr.md",
      is: { language: "fr", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "fr/a.md",
      is: { language: "fr", place: "a", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\n',
      fields: "lang: de\n",
      path: "a.md",
      is: { translationKey: "/a" },
    },
    {
      settings: 'language = "en-GB"\nlanguages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "a.md",
      is: { translationKey: "/a" },
    },
    {
      settings: 'language = "en-GB"\nlanguages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "en/a.md",
      is: { place: "a", translationKey: "/a" },
    },
    {
      settings: 'language = "en-GB"\nlanguages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "fr/a.md",
      is: { language: "fr", place: "a", translationKey: "/a" },
    },
    {
      settings: 'language = "pt-PT"\nlanguages = ["fr", "PT_br"]\n',
      fields: "",
      path: "PT_br/a.md",
      is: { place: "a", translationKey: "/a" },
    },
    {
      settings: 'language = "de"\nlanguages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "en/a.md",
      is: { language: "en", place: "a", translationKey: "/a" },
    },
    {
      settings: 'language = "de"\nlanguages = ["en", "fr", "pt-br"]\n',
      fields: "",
      path: "a.md",
      is: { translationKey: "/a" },
    },
    {
      settings: 'language = "en"\nlanguages = ["en-us", "en", "fr"]\n',
      fields: "",
      path: "en/a.md",
      is: { place: "a", translationKey: "/a" },
    },
    {
      settings: 'language = "en"\nlanguages = ["en-us", "en", "fr"]\n',
      fields: "",
      path: "en-us/a.md",
      is: { language: "en-us", place: "a", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\npermalink = "/{lang}/{slug}"\n',
      fields: "lang: pt-BR\n",
      path: "a.md",
      is: { values: { lang: "pt-br" }, language: "pt-br", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\npermalink = "/{lang}/{slug}"\n',
      fields: "",
      path: "a.fr.md",
      is: { values: { lang: "fr" }, language: "fr", translationKey: "/a" },
    },
    {
      settings: 'languages = ["en", "fr", "pt-br"]\npermalink = "/{lang}/{slug}"\n',
      fields: "lang: de\n",
      path: "a.md",
      is: { values: { lang: "de" }, translationKey: "/a" },
    },
  ])("$settings$fields$path", ({ settings, fields, path, is }) => {
    expect(addressingOf(settings, fields, path).addressing).toEqual(is);
  });
});

test.for([
  {
    settings: 'generator = "docusaurus"\n',
    fields: "slug: /2025/lock\n",
    path: "a.md",
    is: { slugPath: "2025/lock" },
  },
  {
    settings: 'generator = "gatsby"\n',
    fields: "slug: /2025/lock/\n",
    path: "a.md",
    is: { slugPath: "2025/lock" },
  },
  {
    settings: 'generator = "jekyll"\npermalink = "/{categories}/{slug}"\n',
    fields: 'categories: [Ships, "At Sea"]\n',
    path: "_posts/2025-01-01-a.md",
    is: { values: { categories: "ships/at%20sea" } },
  },
  {
    settings: 'generator = "hugo"\n',
    fields: "url: /:year/:slug/\n",
    path: "a.md",
    is: { pattern: "/{year}/{title}/", values: { title: "the-lock" } },
  },
  {
    settings: 'generator = "jekyll"\n',
    fields: "permalink: /:year/:title/\n",
    path: "a.md",
    is: { pattern: "/{year}/{slug}/" },
  },
])(
  "an address has what its generator takes from front matter: $settings$fields",
  ({ settings, fields, path, is }) => {
    expect(addressingOf(settings, fields, path)).toEqual({ addressing: is, told: [] });
  },
);

test("the last part of a slug that is a path is the slug", () => {
  const bytes = Buffer.from("---\ntitle: Lock\nslug: /2025/high-tide\n---\nText.\n");
  const { article } = parseArticle({ path: pathOf("a.md"), bytes }, siteWith('generator = "docusaurus"\n'));
  expect(article?.slug).toBe("high-tide");
});

test("the slug of the front matter is as it is written, and in the words of a generator by its rule", () => {
  const slugOf = (settings: string) => {
    const bytes = Buffer.from("---\ntitle: Lock\nslug: High Tide\n---\nText.\n");
    return parseArticle({ path: pathOf("a.md"), bytes }, siteWith(settings)).article?.slug;
  };
  expect(slugOf("")).toBe("High Tide");
  expect(slugOf('generator = "zola"\nslugs = "lower"\n')).toBe("high-tide");
});
