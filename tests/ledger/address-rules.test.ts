import { describe, expect, test } from "vitest";
import { addressRules, ruleChanges } from "../../src/ledger/address-rules.ts";
import { siteWith } from "../bake/small-site.ts";
import { articleText, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { pathOf, sourceAt } from "./source-at.ts";

const MANY = Array.from({ length: 40 }, (_, at) => `"folder ${at}" = "/${at}/{slug}"`).join(", ");

/** More languages than the rules name. */
const TONGUES = [..."abcdefghijklmnopqrst"].flatMap((a) => [..."abcde"].map((b) => `x${a}${b}`));

describe("the rules of addresses", () => {
  test.for([
    { settings: "", is: "/articles/{slug}" },
    { settings: 'timezone = "Europe/London"\n', is: "/articles/{slug}" },
    {
      settings:
        'slugs = "lower"\ndate_from = "name"\nlanguages = ["en", "fr"]\npermalinks = { "b c" = "/c/{slug}", "a" = "/{slug}" }\n',
      is: "/articles/{slug} slugs=lower date=name languages=en,fr /a=/{slug} /b%20c=/c/{slug}",
    },
    {
      settings:
        'permalinks = { "tag:b" = "/b/{slug}", "z" = "/{slug}", "category:a = c" = "/a/{slug}", "section:s" = "/s/{slug}", "a" = "/{slug}" }\n',
      is: "/articles/{slug} /a=/{slug} /z=/{slug} tag:b=/b/{slug} tag:a%20%3D%20c=/a/{slug} section:s=/s/{slug}",
    },
  ])("are one line: $is", ({ settings, is }) => {
    expect(addressRules(siteWith(settings))).toBe(is);
  });

  test("have room beside a document, however many folders there are", () => {
    const rules = addressRules(siteWith(`permalinks = { ${MANY} }\n`));
    expect(rules).toMatch(/^\/articles\/\{slug\} \/\*=[\w-]+$/);
    expect(rules.length).toBeLessThan(400);
  });

  test("have room beside a document, however many tags there are", () => {
    const tags = MANY.replaceAll("folder ", "tag:t");
    const rules = addressRules(siteWith(`permalinks = { ${tags} }\n`));
    expect(rules).toMatch(/^\/articles\/\{slug\} \/\*=[\w-]+$/);
  });

  test("have room however many languages there are", () => {
    const rules = addressRules(siteWith(`languages = ${JSON.stringify(TONGUES)}\n`));
    expect(rules).toMatch(/^\/articles\/\{slug\} languages=\*[\w-]+$/);
  });

  test.for([
    { length: 200, some: ["en", "fr", "de", ...TONGUES.slice(0, 48)], isTold: true },
    { length: 201, some: ["en", "fr", ...TONGUES.slice(0, 49)], isTold: false },
  ])("name languages up to 200 letters: $length", ({ length, some, isTold }) => {
    expect(some.join(",")).toHaveLength(length);
    expect(addressRules({ ...siteWith(), languages: some }).includes("languages=en,fr,")).toBe(isTold);
  });

  test.for([
    { length: 400, isTold: true },
    { length: 401, isTold: false },
  ])("name folders up to 400 letters in all: $length", ({ length, isTold }) => {
    const pattern = `/${"p".repeat(length - "/articles/{slug} /a=/".length)}`;
    const rules = addressRules({ ...siteWith(), permalinks: [{ folder: "a", pattern }] });
    expect(rules.includes(pattern)).toBe(isTold);
  });
});

describe("what changed for an article", () => {
  const change = (before: string | null, now: string, path = "blog/a.md", language?: string) =>
    ruleChanges(before === null ? null : addressRules(siteWith(before)), siteWith(now))(
      pathOf(path),
      sourceAt({ path, ...(language && { addressing: { language } }) }),
    );
  const BLOG = 'permalinks = { "blog" = "/b/{slug}" }\n';
  const DATED = 'permalink = "/{year}/{slug}"\n';

  test.for([
    { name: "nothing", before: BLOG, now: BLOG, is: null },
    { name: "nothing is remembered", before: null, now: "", is: "pattern" },
    { name: "its folder has a pattern", before: "", now: BLOG, is: "pattern" },
    { name: "another folder has one", before: "", now: BLOG, path: "news/a.md", is: null },
    { name: "the pattern of others", before: BLOG, now: `${BLOG}${DATED}`, is: null },
    { name: "the style of slugs", before: "", now: 'slugs = "lower"\n', is: "slugs" },
    {
      name: "the day, which its pattern holds",
      before: DATED,
      now: `${DATED}date_from = "name"\n`,
      is: "pattern",
    },
    {
      name: "one style of slugs for another",
      before: 'slugs = "verbatim"\n',
      now: 'slugs = "lower"\n',
      is: "slugs",
    },
    {
      name: "nothing, though its folder is called like a part of a rule",
      before: "",
      now: 'languages = ["fr"]\n',
      path: "anguages/a.md",
      is: null,
    },
    { name: "the day, which it does not hold", before: "", now: 'date_from = "name"\n', is: null },
    {
      name: "that its language has a segment",
      before: "",
      now: 'languages = ["fr"]\n',
      language: "fr",
      is: "pattern",
    },
    {
      name: "that another language has one than its own",
      before: "",
      now: 'languages = ["fr"]\n',
      language: "de",
      is: null,
    },
    { name: "that another language has one", before: "", now: 'languages = ["fr"]\n', is: null },
    {
      name: "that languages have one which are too many to be told",
      before: "",
      now: `languages = ${JSON.stringify(TONGUES)}\n`,
      language: "xaa",
      is: "pattern",
    },
    {
      name: "that languages have one which are too many, but it has none",
      before: "",
      now: `languages = ${JSON.stringify(TONGUES)}\n`,
      is: null,
    },
    {
      name: "folders that are too many to be told, of which it may lie in one",
      before: `permalinks = { ${MANY} }\n`,
      now: `permalinks = { ${MANY}, "z" = "/z/{slug}" }\n`,
      is: "pattern",
    },
    {
      name: "the day, which a folder that is not told may hold",
      before: `permalinks = { ${MANY} }\n`,
      now: `date_from = "name"\npermalinks = { ${MANY} }\n`,
      is: "pattern",
    },
    {
      name: "folders that are too many to be told",
      before: BLOG,
      now: `permalinks = { ${MANY} }\n`,
      is: "pattern",
    },
  ])("$name", ({ before, now, path, language, is }) => {
    expect(change(before, now, path, language)).toBe(is);
  });
});

test("rules that somebody wrote by hand are just other rules", () => {
  const change = ruleChanges("/a/{slug} /%zz=/b/{slug} = x", siteWith());
  expect(change(pathOf("a.md"), sourceAt({ path: "a.md" }))).toBe("pattern");
});

test("a word of them that is no rule means nothing", () => {
  const change = ruleChanges("/articles/{slug} xtag:note=/n/{slug} tag=/t/{slug}", siteWith());
  expect(change(pathOf("a.md"), sourceAt({ path: "a.md", tags: ["note"] }))).toBeNull();
});

describe("what changed for an article of a tag", () => {
  const NOTE =
    'permalinks = { "category:note" = "/n/{slug}", "tag:sea" = "/s/{slug}", "blog" = "/b/{slug}" }\n';
  const LAST = NOTE.replace(/("category:note" = [^,]*), ("tag:sea" = [^,]*)/, "$2, $1");

  test.for([
    { name: "nothing", before: NOTE, now: NOTE, tags: ["Note"], is: null },
    { name: "its pattern is new", before: "", now: NOTE, tags: ["note"], is: "pattern" },
    { name: "its pattern is gone", before: NOTE, now: "", tags: ["note"], is: "pattern" },
    { name: "the pattern of others is new", before: "", now: NOTE, tags: ["lock"], is: null },
    { name: "the first of two is another", before: NOTE, now: LAST, tags: ["sea", "note"], is: "pattern" },
    { name: "the order of what is not both its own", before: NOTE, now: LAST, tags: ["sea"], is: null },
  ] as const)("$name", ({ before, now, tags, is }) => {
    const change = ruleChanges(addressRules(siteWith(before)), siteWith(now));
    expect(change(pathOf("a.md"), sourceAt({ path: "a.md", tags }))).toBe(is);
  });
});

describe("what changed for an article of a section", () => {
  const NEWS = 'permalinks = { "section:news" = "/s/{slug}" }\n';

  test.for([
    { name: "nothing", before: NEWS, now: NEWS, section: "News", is: null },
    { name: "its pattern is new", before: "", now: NEWS, section: "news", is: "pattern" },
    { name: "its pattern is gone", before: NEWS, now: "", section: "news", is: "pattern" },
    { name: "the pattern of others is new", before: "", now: NEWS, section: "sea", is: null },
  ] as const)("$name", ({ before, now, section, is }) => {
    const change = ruleChanges(addressRules(siteWith(before)), siteWith(now));
    expect(change(pathOf("a.md"), sourceAt({ path: "a.md", section }))).toBe(is);
  });
});

describe("a published address", () => {
  const BLOG = 'permalinks = { "blog" = "/b/{year}/{slug}.html" }\n';

  test("stays when its file moves into a folder with another pattern, or gets another name", () => {
    const history = new SiteHistory(`${BLOG}slugs = "verbatim"\n`);
    history.bake({ "a.md": articleText("Tide") }, NOW);
    const { "blog/B.md": record } = history.bake({ "blog/B.md": articleText("Tide") }, NOW + HOUR);
    expect(record).toMatchObject({ address: "/articles/a", earlier: [] });
  });

  test("moves when its category gets a pattern or loses it, and stays when it gets another category", () => {
    const history = new SiteHistory();
    const notes = new SiteHistory('permalinks = { "category:note" = "/n/{slug}" }\n').settings;
    const files = (category: string) => ({
      "a.md": articleText("Tide", `categories: [${category}]\n`),
      "b.md": articleText("Lock"),
    });
    const addresses = (category: string, at: number, settings: string) =>
      Object.values(history.bake(files(category), NOW + at * HOUR, settings)).map(({ address, earlier }) => [
        address,
        ...earlier,
      ]);
    const lock = ["/articles/b"];
    const usual = history.settings;
    expect(addresses("note", 0, usual)).toEqual([["/articles/a"], lock]);
    expect(addresses("note", 1, notes)).toEqual([["/n/a", "/articles/a"], lock]);
    expect(addresses("essay", 2, notes)).toEqual([["/n/a", "/articles/a"], lock]);
    expect(addresses("note", 3, usual)).toEqual([["/articles/a", "/n/a"], lock]);
  });

  test("moves for a pattern of its folder, with its number, and others stay", () => {
    const history = new SiteHistory();
    const files = { "blog/a.md": articleText("Tide", "date: 2024-05-05\n"), "c/a.md": articleText("Lock") };
    const first = history.bake(files, NOW);
    const second = history.bake(files, NOW + DAY, new SiteHistory(BLOG).settings);
    expect(first["blog/a.md"]?.address).toBe("/articles/a");
    expect(second["blog/a.md"]).toMatchObject({ address: "/b/2024/a.html", earlier: ["/articles/a"] });
    expect(second["c/a.md"]).toBe(first["c/a.md"]);
  });

  test("moves for another style of slugs, but not where the front matter asks for one", () => {
    const history = new SiteHistory();
    const files = { "V4.2.md": articleText("Tide"), "b.md": articleText("Lock", "slug: b\n") };
    history.bake(files, NOW);
    const { "V4.2.md": moved, "b.md": stays } = history.bake(
      files,
      NOW + DAY,
      new SiteHistory('slugs = "verbatim"\n').settings,
    );
    expect(moved).toMatchObject({ address: "/articles/V4.2", earlier: ["/articles/v4-2"] });
    expect(stays).toMatchObject({ address: "/articles/b", earlier: [] });
  });

  test("by a pattern in the front matter follows the front matter, and no new name of the file", () => {
    const history = new SiteHistory('generator = "jekyll"\n');
    const text = (date: string) => articleText("Tide", `date: ${date}\npermalink: /:year/:title/\n`);
    history.bake({ "a.md": text("2024-05-05") }, NOW);
    const { "b.md": renamed } = history.bake({ "b.md": text("2024-05-05") }, NOW + HOUR);
    expect(renamed).toMatchObject({ address: "/2024/a/", earlier: [] });
    const { "b.md": redated } = history.bake({ "b.md": text("2023-05-05") }, NOW + DAY);
    expect(redated).toMatchObject({ address: "/2023/a/", earlier: ["/2024/a/"] });
    const again = history.bake({ "b.md": text("2023-05-05") }, NOW + 2 * DAY);
    expect(again["b.md"]).toBe(redated);
  });
});
