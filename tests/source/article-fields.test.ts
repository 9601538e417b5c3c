import { describe, expect, test } from "vitest";
import type { FieldMapping } from "../../src/article/folder-habits.ts";
import type { Podcast } from "../../src/article/podcast.ts";
import { readArticleFields } from "../../src/source/fields/article-fields.ts";
import { splitFrontMatter } from "../../src/source/formats/front-matter.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const SHOW: Podcast = {
  author: null,
  owner: null,
  explicit: null,
  image: null,
  categories: [],
  guid: null,
  kind: null,
};

/** What lines of YAML say of an article, and what is told of them. */
function read(yaml: string, podcast: Podcast | null = null, mappings: readonly FieldMapping[] = []) {
  const problems = new FileProblems("a.md");
  const split = splitFrontMatter(`---\n${yaml}\n---\n`);
  const { fields, extra } = readArticleFields(
    split,
    { timezone: "UTC", podcast, habits: { fields: mappings } },
    problems,
  );
  const lines = (list: FileProblems["list"]) =>
    list.map(({ severity, line, message }) => `${severity} ${line}: ${message}`);
  return { fields, extra, problems: lines(problems.list), asides: lines(problems.asides) };
}

const [JULY, AUGUST] = ["2025-07-01", "2025-08-01"].map((day) => Date.parse(day) / 1000);

describe("readArticleFields", () => {
  test.for<{ key: string; names: readonly string[]; yaml: string; value: unknown }>([
    { key: "title", names: ["title"], yaml: "Rain", value: "Rain" },
    {
      key: "published",
      names: ["embargo", "date", "pubDate", "published", "publishDate"],
      yaml: "2025-07-01 00:00",
      value: JULY,
    },
    { key: "expires", names: ["expires", "expiryDate"], yaml: "2025-07-01", value: JULY },
    {
      key: "updated",
      names: ["updated", "lastmod", "updatedDate", "last_modified_at", "modified"],
      yaml: "2025-07-01",
      value: JULY,
    },
    { key: "draft", names: ["draft"], yaml: "true", value: true },
    { key: "slug", names: ["slug"], yaml: "/lock/", value: "lock" },
    { key: "permalink", names: ["permalink", "url", "path"], yaml: "lock", value: "/lock" },
    {
      key: "aliases",
      names: ["aliases", "redirect_from", "redirectFrom"],
      yaml: "[/a, /b]",
      value: ["/a", "/b"],
    },
    { key: "id", names: ["id"], yaml: "urn:a", value: "urn:a" },
    { key: "section", names: ["section"], yaml: "world", value: "world" },
    { key: "tags", names: ["tags", "tag"], yaml: "[sea, 2025]", value: ["sea", "2025"] },
    { key: "categories", names: ["categories", "category"], yaml: "sea", value: ["sea"] },
    {
      key: "authors",
      names: ["author", "authors"],
      yaml: "Desk",
      value: [{ name: "Desk", url: null, email: null }],
    },
    { key: "agency", names: ["agency"], yaml: "QNS", value: "QNS" },
    { key: "summary", names: ["summary", "description", "excerpt"], yaml: "It rains.", value: "It rains." },
    {
      key: "image",
      names: ["image", "cover", "heroImage", "images"],
      yaml: "a.jpg",
      value: { src: "a.jpg", alt: "" },
    },
    {
      key: "enclosures",
      names: ["enclosure", "enclosures", "audio"],
      yaml: "a.mp3",
      value: [{ target: "a.mp3", line: null, sizeBytes: null, type: null, durationSeconds: null }],
    },
    { key: "language", names: ["lang", "language"], yaml: "pt_br", value: "pt-BR" },
    { key: "correction", names: ["correction"], yaml: "A name.", value: "A name." },
    { key: "page", names: ["page"], yaml: "true", value: true },
    {
      key: "canonical",
      names: ["canonical", "canonicalURL", "canonicalUrl", "canonical_url"],
      yaml: "https://quay.example",
      value: "https://quay.example/",
    },
    { key: "season", names: ["season"], yaml: "2", value: 2 },
    { key: "episode", names: ["episode", "episodeNumber", "episode_number"], yaml: "2", value: 2 },
    { key: "explicit", names: ["explicit"], yaml: "clean", value: false },
    {
      key: "transcripts",
      names: ["transcript", "transcripts"],
      yaml: "a.vtt",
      value: [{ target: "a.vtt", line: null, type: "text/vtt", language: null }],
    },
  ])("reads $key under each of its names", ({ key, names, yaml, value }) => {
    for (const name of names) {
      expect(read(`${name}: ${yaml}`), name).toEqual({
        fields: { [key]: value },
        extra: {},
        problems: [],
        asides: [],
      });
    }
  });

  test.for([
    { rule: "date counts before pubDate", yaml: "date: 2025-07-01\npubDate: 2025-08-01", at: JULY },
    { rule: "date counts behind pubDate too", yaml: "pubDate: 2025-08-01\ndate: 2025-07-01", at: JULY },
    {
      rule: "pubDate counts before publishDate",
      yaml: "pubDate: 2025-07-01\npublishDate: 2025-08-01",
      at: JULY,
    },
    {
      rule: "pubDate counts behind publishDate too",
      yaml: "publishDate: 2025-08-01\npubDate: 2025-07-01",
      at: JULY,
    },
    { rule: "an empty date counts as absent", yaml: "date:\npubDate: 2025-08-01", at: AUGUST },
    {
      rule: "of three the first name counts, whatever their order",
      yaml: "pubDate: 2025-08-01\ndate: 2025-07-01\npublishDate: 2025-08-01",
      at: JULY,
    },
    {
      rule: "of three the first name counts where it stands first, too",
      yaml: "date: 2025-07-01\npublishDate: 2025-08-01\npubDate: 2025-08-01",
      at: JULY,
    },
  ])("of several names for one field the first counts: $rule", ({ yaml, at }) => {
    expect(read(yaml)).toMatchObject({ fields: { published: at }, problems: [] });
  });

  test("of a field that Zola's taxonomies name again the first counts", () => {
    expect(read("tags: [sea]\ntaxonomies: { tags: [rain] }").fields).toEqual({ tags: ["sea"] });
    expect(read("taxonomies: { tags: [rain] }\ntags: [sea]").fields).toEqual({ tags: ["rain"] });
  });

  test("of a name that means nothing here and comes twice the last is kept", () => {
    expect(read("mood: calm\ntaxonomies: { mood: [wild] }").extra).toEqual({ mood: ["wild"] });
  });

  test("a second name that cannot be read is an error all the same", () => {
    expect(read("date: 2025-07-01\npubDate: soon")).toMatchObject({
      fields: { published: JULY },
      problems: ['error 3: "pubDate" is "soon"; write it as 2024-05-01 or 2024-05-01T09:00:00Z'],
    });
  });

  test("a second name counts where the first cannot be read", () => {
    expect(read("date: soon\npubDate: 2025-07-01").fields).toEqual({ published: JULY, day: "2025-07-01" });
  });

  test.for([
    { name: "title", yaml: "7.5", problem: '"title" is 7.5; put quotation marks round it: "7.5"' },
    { name: "id", yaml: "7", problem: '"id" is 7; put quotation marks round it: "7"' },
    { name: "section", yaml: "7.5", problem: '"section" is 7.5; put quotation marks round it: "7.5"' },
    { name: "agency", yaml: "7", problem: '"agency" is 7; put quotation marks round it: "7"' },
    { name: "summary", yaml: "[a]", problem: '"summary" is a list; write one text, between quotation marks' },
    {
      name: "correction",
      yaml: "true",
      problem: '"correction" is true; put quotation marks round it: "true"',
    },
    { name: "tags", yaml: "{ a: b }", problem: '"tags" is a table; write a text or a list of texts' },
    { name: "category", yaml: "{ a: b }", problem: '"category" is a table; write a text or a list of texts' },
    { name: "date", yaml: "2025", problem: '"date" is 2025; write it as 2024-05-01 or 2024-05-01T09:00:00Z' },
    {
      name: "date",
      yaml: "2025-02-31",
      problem:
        '"date" is "2025-02-31"; there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z',
    },
    {
      name: "updated",
      yaml: "25.12.2025",
      problem: '"updated" is "25.12.2025"; write it as 2025-12-25',
    },
    { name: "draft", yaml: "maybe", problem: '"draft" is "maybe"; write true or false' },
    { name: "page", yaml: "1", problem: '"page" is 1; write true or false' },
    { name: "slug", yaml: "a/b", problem: '"slug" is "a/b"; write it as text without a slash' },
    { name: "url", yaml: "//", problem: '"url" is "//"; write a path such as /2025/07/lock/' },
    {
      name: "aliases",
      yaml: "[7.5]",
      problem: '"aliases" is a list; of it 7.5 can be no address; write a list of paths such as /old/lock/',
    },
    { name: "author", yaml: "7", problem: '"author" is 7; write a name, or a list of names' },
    { name: "image", yaml: "7", problem: '"image" is 7; write it as a path, or as { src, alt }' },
    {
      name: "audio",
      yaml: "7",
      problem:
        '"audio" is 7; write the path of a file in the content folder, or { url, length, type } with the length in bytes',
    },
    { name: "lang", yaml: "7", problem: '"lang" is 7; write a language tag such as en or pt-BR' },
    {
      name: "canonical",
      yaml: "/lock",
      problem:
        '"canonical" is "/lock"; write the whole URL of the original, such as https://example.com/lock',
    },
    { name: "season", yaml: "one", problem: '"season" is "one"; write a whole number from 1 on' },
    { name: "episode", yaml: "0", problem: '"episode" is 0; write a whole number from 1 on' },
    { name: "explicit", yaml: "perhaps", problem: '"explicit" is "perhaps"; write true or false' },
    {
      name: "transcript",
      yaml: "7",
      problem:
        '"transcript" is 7; write the path of a file in the content folder, or { url, type } such as text/vtt',
    },
  ])("says how to fix $name: $yaml", ({ name, yaml, problem }) => {
    const { fields, problems } = read(`layout: a\n${name}: ${yaml}`, SHOW);
    expect(problems).toEqual([`error 3: ${problem}`]);
    expect(Object.keys(fields)).toEqual([]);
  });

  test.for([
    { name: "season", yaml: "autumn", value: "autumn" },
    { name: "episode", yaml: "pilot", value: "pilot" },
    { name: "explicit", yaml: "perhaps", value: "perhaps" },
    { name: "transcript", yaml: "Good evening.", value: "Good evening." },
  ])("where there is no show, $name may mean something else", ({ name, yaml, value }) => {
    expect(read(`layout: a\n${name}: ${yaml}`)).toMatchObject({
      fields: {},
      extra: { [name]: value },
      problems: [],
      asides: [expect.any(String), `notice 3: "${name}" means nothing here, and changes nothing`],
    });
  });

  test("keeps what means nothing here, and tells it aside", () => {
    expect(read("layout: post")).toEqual({
      fields: {},
      extra: { layout: "post" },
      problems: [],
      asides: ['notice 2: "layout" means nothing here, and changes nothing'],
    });
  });

  test.for([
    { rule: "other capitals", yaml: "SUMMARY: Rain", typed: "SUMMARY", meant: "summary" },
    { rule: "a letter too few", yaml: "sumary: Rain", typed: "sumary", meant: "summary" },
    { rule: "two letters in a long name", yaml: "alias: /old", typed: "alias", meant: "aliases" },
    { rule: "two letters in another order", yaml: "titel: Rain", typed: "titel", meant: "title" },
    { rule: "a date's name", yaml: "dat: 2025-07-01", typed: "dat", meant: "date" },
  ])("warns of a typing error: $rule", ({ yaml, typed, meant }) => {
    expect(read(yaml)).toMatchObject({
      problems: [`warning 2: "${typed}" is not a field; did you mean "${meant}"?`],
      asides: [],
    });
  });

  test.for([
    { rule: "a value that the field would not take", yaml: "data: { a: 1 }\npages: 3" },
    { rule: "the field is there under another name", yaml: "description: Rain\nsumary: Rain" },
    { rule: "no field is near", yaml: "layout: post\nweight: 3\nmath: true\nauthorUrl: a" },
  ])("does not take a generator's field for a typing error: $rule", ({ yaml }) => {
    expect(read(yaml).problems).toEqual([]);
  });

  test("tells in which line a generator's own value stands", () => {
    expect(read("title: A\ndate: Created")).toMatchObject({
      fields: { title: "A" },
      problems: [expect.stringMatching(/^notice 3: "date" is "Created"/)],
    });
  });

  test("gives no fields where the front matter cannot be read, or where there is none", () => {
    expect(read("- a")).toMatchObject({
      fields: {},
      extra: {},
      problems: [expect.stringMatching(/a list that has no name/)],
    });
    const problems = new FileProblems("a.md");
    expect(
      readArticleFields(
        splitFrontMatter("Text"),
        { timezone: "UTC", podcast: null, habits: { fields: [] } },
        problems,
      ),
    ).toEqual({
      fields: {},
      extra: {},
    });
    expect(problems.list).toEqual([]);
  });
});

describe("what is too much in a field", () => {
  const list = (name: string, count: number, word = "a") =>
    `${name}: [${Array.from({ length: count }, (_, at) => `${word}${at}`).join(", ")}]`;

  test.for([
    { name: "tags", yaml: list("tags", 201), told: '"tags" is a list of 201; at most 200 can be published' },
    { name: "tag", yaml: list("tag", 201), told: '"tag" is a list of 201; at most 200' },
    { name: "categories", yaml: list("categories", 201), told: '"categories" is a list of 201; at most 200' },
    {
      name: "taxonomies",
      yaml: `taxonomies:\n  ${list("tags", 201)}`,
      told: '"tags" is a list of 201; at most',
    },
    { name: "authors", yaml: list("authors", 1001), told: '"authors" is a list of 1,001; at most 200' },
    {
      name: "old addresses",
      yaml: list("aliases", 1001, "/a"),
      told: '"aliases" is a list of 1,001; at most 1,000',
    },
    {
      name: "enclosures",
      yaml: list("enclosures", 1001),
      told: '"enclosures" is a list of 1,001; at most 1,000',
    },
    {
      name: "a tag's length",
      yaml: `tags: [a, ${"b".repeat(1001)}]`,
      told: '"tags" holds a name of more than 1,000 characters; shorten it',
    },
    {
      name: "a section's length",
      yaml: `section: ${"b".repeat(1001)}`,
      told: '"section" holds a name of more than 1,000',
    },
    {
      name: "an author's length",
      yaml: `author: { name: ${"b".repeat(1001)} }`,
      told: '"author" holds a name of more than 1,000',
    },
    {
      name: "a language's length",
      yaml: `lang: en-x-${"aaa-".repeat(30)}a`,
      told: "write a language tag",
    },
  ])("is an error: $name", ({ yaml, told }) => {
    const { problems } = read(yaml);
    expect(problems).toEqual([expect.stringMatching(/^error \d+: /)]);
    expect(problems[0]).toContain(told);
  });

  test.for([
    { name: "200 tags", yaml: list("tags", 200) },
    { name: "a tag of 1,000 characters", yaml: `tags: ${"b".repeat(1000)}` },
    { name: "1,000 old addresses", yaml: list("aliases", 1000, "/a") },
    { name: "5,000 images, of which the first counts", yaml: list("images", 5000) },
    { name: "a long title and summary", yaml: `title: ${"b".repeat(5000)}\nsummary: ${"b".repeat(5000)}` },
  ])("is not $name", ({ yaml }) => {
    expect(read(yaml).problems).toEqual([]);
  });

  test("is told once for all fields without a meaning beyond the first hundred", () => {
    const { asides, extra } = read(Array.from({ length: 1101 }, (_, at) => `k${at}: 1`).join("\n"));
    expect(asides).toHaveLength(101);
    expect(asides.at(-1)).toBe("notice null: 1,001 more fields mean nothing here, and change nothing");
    expect(Object.keys(extra)).toHaveLength(1101);
  });
});
