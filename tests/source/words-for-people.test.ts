import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Problems as a person sees them, but for the file's name. */
function lines(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, severity, message }) =>
    [...(line === null ? [] : [line]), ...(column === undefined ? [] : [column]), ` ${severity}: ${message}`]
      .join(":")
      .trim(),
  );
}

const site = readSiteSettings(
  { path: "site.toml" as ContentPath, bytes: bytes("") },
  "quay",
  new FileProblems("site.toml"),
);

/** What is said of an article. */
function ofArticle(text: string): string[] {
  return lines(parseArticle({ path: "a.md" as ContentPath, bytes: bytes(text) }, site).problems);
}

/** What is said of YAML front matter. */
function ofYaml(yaml: string): string[] {
  return ofArticle(`---\n${yaml}\n---\nText.\n`);
}

/** What is said of site.toml, and of the same lines as front matter: one line lower. */
function ofToml(toml: string): string[] {
  const problems = new FileProblems("site.toml");
  readSiteSettings({ path: "site.toml" as ContentPath, bytes: bytes(toml) }, "quay", problems);
  return lines(problems.list);
}

const COLON = "a text with a colon needs quotation marks round it; write";
const BACKSLASH = "a backslash between double quotation marks has a meaning of its own; write";
const ENDS_EARLY = "the text ends at its second quotation mark; put other ones round the whole:";
const NO_FIELD =
  "is not a field; write it as name: value, or put a line --- above it where the text of the article begins here";

describe("YAML that cannot be read is told in plain words, with line and column", () => {
  test.for([
    { slip: "a colon in a title", yaml: "title: Lock: open", is: `2:8: error: ${COLON} title: "Lock: open"` },
    {
      slip: "a colon and quotation marks",
      yaml: 'date: 2025-07-01\ntitle: A "lock": open',
      is: `3:8: error: ${COLON} title: 'A "lock": open'`,
    },
    {
      slip: "a colon at the end, in a list of tables",
      yaml: "author:\n  - name: Desk: sea",
      is: `3:11: error: ${COLON} - name: "Desk: sea"`,
    },
    {
      slip: "a tab as indentation",
      yaml: "tags:\n\t- sea",
      is: "3:1: error: begins with a tab, which YAML does not allow; use spaces instead",
    },
    {
      slip: "no closing quotation mark",
      yaml: 'title: "The lock\ndate: 2025-07-01',
      is: '2:8: error: the closing quotation mark is missing; write title: "The lock"',
    },
    {
      slip: "no closing quotation mark on the last line",
      yaml: "date: 2025-07-01\ntitle: 'The lock",
      is: "3:8: error: the closing quotation mark is missing; write title: 'The lock'",
    },
    {
      slip: "quotation marks inside others",
      yaml: 'title: "The "second" lock"',
      is: `2:8: error: ${ENDS_EARLY} title: 'The "second" lock'`,
    },
    {
      slip: "a text behind quotation marks",
      yaml: 'title: "Lock" opens',
      is: `2:8: error: ${ENDS_EARLY} title: '"Lock" opens'`,
    },
    {
      slip: "an apostrophe between single ones",
      yaml: "title: 'The quay's lock'",
      is: `2:8: error: an apostrophe ends a text between single quotation marks; write title: "The quay's lock"`,
    },
    {
      slip: "a backslash",
      yaml: String.raw`title: "C:\docs"`,
      is: String.raw`2:12: error: ${BACKSLASH} title: 'C:\docs'`,
    },
    {
      slip: "a field twice",
      yaml: "title: A\ndate: 2025-07-01\ntitle: B",
      is: '4:1: warning: "title" appears a second time (the first is 2 lines above); this one counts, remove the other',
    },
    {
      slip: "a field that is indented",
      yaml: "title: A\n  date: 2025-07-01",
      is: "3:7: error: is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    },
    {
      slip: "a field further to the left",
      yaml: "  title: A\ndate: 2025-07-01",
      is: "3:1: error: begins further to the left than the lines above; begin all fields in the same column",
    },
    {
      slip: "a list that is not closed",
      yaml: "tags: [a, b\ndate: 2025-07-01",
      is: "2:7: error: this list has no closing ]; write tags: [a, b]",
    },
    {
      slip: "a table that is not closed",
      yaml: "image: { src: a.jpg,",
      is: "2:8: error: this table has no closing }; write image: { src: a.jpg}",
    },
    {
      slip: "no comma in a list",
      yaml: 'tags: ["a" "b"]',
      is: "2:12: error: a comma is missing in this list, or a text in it needs quotation marks",
    },
    {
      slip: "two commas",
      yaml: "tags: [a,, b]",
      is: "2:10: error: two commas follow each other, or a text in this list needs quotation marks",
    },
    {
      slip: "no space behind the colon",
      yaml: "title:Rain\ndate: 2025-07-01",
      is: "2:1: error: put a space behind the colon: title: Rain",
    },
    {
      slip: "no space behind the only colon",
      yaml: "title:Rain",
      is: "2:1: error: put a space behind the colon: title: Rain",
    },
    {
      slip: "an equals sign",
      yaml: 'title = "Rain"',
      is: '2:1: error: a colon stands between name and value here; write title: "Rain"',
    },
    {
      slip: "a list on the line of its name",
      yaml: "tags: - sea",
      is: "2:7: error: a list begins on the line below its name; write tags: [sea], or put quotation marks round a text",
    },
    {
      slip: "a bracket too many",
      yaml: "tags: [a, b]]",
      is: "2:7: error: one closing ] is too many; write tags: [a, b]",
    },
    {
      slip: "an item further in than the one above",
      yaml: "title: A\ntags:\n- a\n  - b: c",
      is: "5:6: error: is not in the column of the item above; begin all items of a list in one column",
    },
    ...["@quay", "`lock`", "*now*", "!now", "%1", "> 5", "| 5", "[Update] Lock", "{{ title }}"].map(
      (text) => ({
        slip: `a text that begins with ${text[0]}`,
        yaml: `title: ${text}`,
        is: `2:8: error: a text that begins with ${text[0]} needs quotation marks round it; write title: "${text}"`,
      }),
    ),
    {
      slip: "a text that runs into the fields",
      yaml: "title: A\n\nIt rained.\nAll day.",
      is: `4:1: error: ${NO_FIELD}`,
    },
    {
      slip: "a list without a name",
      yaml: "title: A\n- sea",
      is: "3:1: error: is the item of a list that has no name; write a line such as tags: above it",
    },
    {
      slip: "anything else",
      yaml: "tags:\n  - a\n b",
      is: "4:2: error: this cannot be read as YAML; write a name, a colon, a space and a value, such as title: Rain",
    },
  ])("$slip", ({ yaml, is }) => expect(ofYaml(yaml)).toEqual([is]));
});

describe("TOML that cannot be read is told in plain words, with line and column", () => {
  test.for([
    {
      slip: "no quotation marks",
      toml: "title = The Quay",
      is: '1:9: error: a text needs quotation marks round it; write title = "The Quay"',
    },
    {
      slip: "no quotation marks, and a comment",
      toml: "timezone = Europe/Paris # ours",
      is: '1:12: error: a text needs quotation marks round it; write timezone = "Europe/Paris"',
    },
    {
      slip: "a colour without quotation marks",
      toml: "accent = #8a2c12",
      is: '1:10: error: a # begins a comment unless quotation marks stand round it; write accent = "#8a2c12"',
    },
    {
      slip: "no value",
      toml: "title =",
      is: '1:8: error: "title" has no value; write one behind the equals sign, or remove the line',
    },
    {
      slip: "no closing quotation mark",
      toml: 'title = "The Quay\nurl = "https://quay.example"',
      is: '1:9: error: the closing quotation mark is missing; write title = "The Quay"',
    },
    {
      slip: "no closing quotation mark in a list",
      toml: 'authors = [\n  "Ana",\n  "Jo\n]',
      is: '3:6: error: the closing quotation mark is missing; write "Jo"',
    },
    {
      slip: "three quotation marks that stay open",
      toml: 'title = """The Quay\nby the sea',
      is: '1:9: error: this text has no end; write """ behind its last line',
    },
    {
      slip: "quotation marks inside others",
      toml: 'title = "The "Quay" News"',
      is: `1:9: error: a quotation mark inside a text ends it; put other ones round the whole: title = 'The "Quay" News'`,
    },
    {
      slip: "quotation marks and an apostrophe inside others",
      toml: `title = "The "Quay's" News"`,
      is: String.raw`1:9: error: a quotation mark inside a text ends it; put other ones round the whole: title = "The \"Quay's\" News"`,
    },
    {
      slip: "an apostrophe between single ones",
      toml: "title = 'The Quay's News'",
      is: `1:9: error: an apostrophe ends a text between single quotation marks; write title = "The Quay's News"`,
    },
    {
      slip: "curly quotation marks",
      toml: "title = “The Quay”",
      is: '1:9: error: curly quotation marks do not count here; write straight ones: title = "The Quay"',
    },
    {
      slip: "curly quotation marks in a list",
      toml: "authors = [“Ana Holm”, “Jo Reed”]",
      is: '1:11: error: curly quotation marks do not count here; write straight ones: authors = ["Ana Holm", "Jo Reed"]',
    },
    {
      slip: "a backslash",
      toml: String.raw`static = "C:\pictures"`,
      is: String.raw`1:10: error: ${BACKSLASH} static = 'C:\pictures'`,
    },
    {
      slip: "a setting twice",
      toml: 'title = "A"\nurl = "https://quay.example"\ntitle = "B"',
      is: '3:1: error: "title" appears a second time (the first is 2 lines above); keep one of the two',
    },
    {
      slip: "a table twice",
      toml: '[sections.sea]\ntitle = "Sea"\n[sections.sea]\ndescription = "Ships"',
      is: "3:2: error: the table [sections.sea] appears a second time (the first is 2 lines above); put all that belongs to it under one of the two",
    },
    {
      slip: "a table that is a value",
      toml: 'sections = "sea"\n[sections]',
      is: '2:2: error: "sections" has a value already, so it cannot be a table; give one of the two another name',
    },
    {
      slip: "a list that is not closed",
      toml: 'authors = ["Ana"',
      is: '1:11: error: this list has no closing ]; write authors = ["Ana"]',
    },
    {
      slip: "a list that is not closed, with settings below",
      toml: 'authors = [\n  "Ana",\n  "Jo"\ntitle = "A"',
      is: "1:11: error: this list has no closing ]; write ] behind its last value",
    },
    {
      slip: "a table that is not closed, with one below",
      toml: '[sections]\nsea = { title = "Sea"\nland = { title = "Land" }',
      is: "2:7: error: this table has no closing }; write } behind its last value",
    },
    {
      slip: "no comma between two tables of a list",
      toml: 'navigation = [\n  { title = "A", href = "/a" }\n  { title = "B", href = "/b" }\n]',
      is: "3:3: error: a comma is missing between two values; write one",
    },
    {
      slip: "no comma in a list",
      toml: 'authors = ["Ana" "Jo"]',
      is: "1:18: error: a comma is missing between two values; write one",
    },
    {
      slip: "no quotation marks in a list",
      toml: "authors = [Ana Holm, Jo Reed]",
      is: '1:11: error: each text of a list needs quotation marks round it; write authors = ["Ana Holm", "Jo Reed"]',
    },
    {
      slip: "several values without a list",
      toml: 'authors = "Ana", "Jo"',
      is: '1:11: error: several values are a list, between brackets; write authors = ["Ana", "Jo"]',
    },
    {
      slip: "two settings on a line",
      toml: 'title = "A" language = "en"',
      is: "1:9: error: two settings share a line; write each on a line of its own",
    },
    {
      slip: "a semicolon behind the value",
      toml: 'title = "A";',
      is: '1:9: error: nothing may follow the value; write title = "A"',
    },
    {
      slip: "a decimal comma",
      toml: "feed_items = 1,5",
      is: "1:14: error: a number has a point, not a comma; write feed_items = 1.5",
    },
    {
      slip: "a zero in front",
      toml: "feed_items = 020",
      is: "1:14: error: a number does not begin with 0; write feed_items = 20",
    },
    {
      slip: "a word for true",
      toml: "podcast.explicit = yes",
      is: "1:20: error: write true or false, in small letters: podcast.explicit = true",
    },
    {
      slip: "a capital letter",
      toml: "podcast.explicit = False",
      is: "1:20: error: write true or false, in small letters: podcast.explicit = false",
    },
    {
      slip: "a date with slashes",
      toml: "date = 31/12/2024",
      is: "1:8: error: 31/12/2024 is not a date that can be read; write it as 2024-12-31",
    },
    {
      slip: "a date of one digit",
      toml: "date = 2024-1-2",
      is: "1:8: error: 2024-1-2 is not a date that can be read; write it as 2024-01-02",
    },
    {
      slip: "a date that is a word",
      toml: "date = yesterday",
      is: "1:8: error: yesterday is not a date that can be read; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    },
    {
      slip: "a day that does not exist",
      toml: "date = 2025-02-31",
      is: "1:8: error: there is no day 2025-02-31; correct it",
    },
    {
      slip: "a colon",
      toml: "title: The Quay",
      is: '1:6: error: an equals sign stands between name and value in TOML; write title = "The Quay"',
    },
    {
      slip: "an arrow",
      toml: '[redirects]\n"/old" -> "/new"',
      is: '2:8: error: an equals sign stands between name and value in TOML; write "/old" = "/new"',
    },
    {
      slip: "no equals sign",
      toml: 'title "The Quay"',
      is: '1:7: error: the equals sign is missing; write title = "The Quay"',
    },
    {
      slip: "two equals signs",
      toml: 'title == "The Quay"',
      is: '1:8: error: one equals sign is enough; write title = "The Quay"',
    },
    {
      slip: "a name with spaces",
      toml: "feed items = 20",
      is: "1:6: error: a name has no spaces; write feed_items, or put the name between quotation marks",
    },
    {
      slip: "a path as a name",
      toml: '[redirects]\n/old = "/new"',
      is: '2:1: error: this name needs quotation marks, since it holds more than letters, digits, - and _; write "/old" = "/new"',
    },
    {
      slip: "a table without its bracket",
      toml: '[sections.sea\ntitle = "Sea"',
      is: "1:14: error: the name of a table stands between brackets, on a line of its own; write [sections.sea]",
    },
    {
      slip: "a table with spaces",
      toml: '[sections.The sea]\ntitle = "Sea"',
      is: '1:15: error: a name with spaces or signs needs quotation marks; write [sections."The sea"]',
    },
    {
      slip: "a comment of another language",
      toml: "// our site",
      is: "1:1: error: a comment begins with #; write # our site",
    },
    {
      slip: "a space that is none",
      toml: 'title\u00a0= "A"',
      is: "1:6: error: a space of another kind stands here, perhaps from a web page; delete it and type a plain one",
    },
    {
      slip: "a word alone",
      toml: "title",
      is: '1:1: error: "title" has no value; write title = and a value, or remove the line',
    },
    {
      slip: "anything else",
      toml: "}",
      is: '1:1: error: this cannot be read as TOML; write a name, an equals sign and a value, such as title = "The Quay"',
    },
  ])("$slip", ({ toml, is }) => expect(ofToml(toml)).toEqual([is]));

  test("it is the same in front matter, a line lower", () => {
    expect(ofArticle("+++\ntitle = The Quay\n+++\nText.\n")).toEqual([
      '2:9: error: a text needs quotation marks round it; write title = "The Quay"',
    ]);
  });
});

describe("front matter without an end is an error", () => {
  const OPEN = "1: error: the front matter that begins here has no end;";
  const RULE = "For a line across the page write *** instead";
  test.for([
    {
      text: "---\ntitle: Rain\n\nIt rained.",
      is: `${OPEN} put a line --- below its last field, behind line 2. ${RULE}`,
    },
    {
      text: "---\n\ntitle: Rain\nIt rained.",
      is: `${OPEN} put a line --- below its last field. ${RULE}`,
    },
    {
      text: "---\nmood: wet\nplace: quay\nIt rained.",
      is: `${OPEN} put a line --- below its last field, behind line 3. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain\ntags:\n  - sea\n----\nIt rained.",
      is: `${OPEN} write --- instead of ---- on line 5. ${RULE}`,
    },
    { text: "---\ntitle: Rain\n—\nIt rained.", is: `${OPEN} write --- instead of — on line 3. ${RULE}` },
    {
      text: '+++\ntitle = "Rain"\nIt rained.',
      is: `${OPEN} put a line +++ below its last field, behind line 2`,
    },
    { text: "---yaml\nIt rained.", is: `${OPEN} put a line --- below its last field` },
    { text: '{ "title": "Rain"\n\nIt rained.', is: `${OPEN} close it with }` },
  ])("$text", ({ text, is }) => expect(ofArticle(text)).toEqual([is]));

  test.for([
    { rule: "a line across the page, and a paragraph", text: "---\n\nIt rained: all day.\n" },
    { rule: "a paragraph right below", text: "---\nIt rained.\n" },
    { rule: "a paragraph with a colon right below", text: "---\nNote: it rained.\n\nAll day.\n" },
    { rule: "a longer line", text: "-----\ntitle: Rain\n" },
    { rule: "an address", text: "---\nhttps://quay.example\n" },
    { rule: "a shortcode", text: "{{< figure >}}\n" },
    { rule: "a line across the page alone", text: "---\n" },
  ])("a text that only begins so is none: $rule", ({ text }) => {
    expect(ofArticle(text).filter((line) => line.includes("front matter"))).toEqual([]);
  });
});

describe("a field or setting that cannot be meant is told with what to write", () => {
  test.for([
    { toml: 'language = "english"', is: '1: error: "language" is "english"; write its tag, "en"' },
    { toml: 'language = "Deutsch"', is: '1: error: "language" is "Deutsch"; write its tag, "de"' },
    {
      toml: 'language = "klingon"',
      is: '1: error: "language" is "klingon"; write a language tag such as en or pt-BR',
    },
    {
      toml: 'url = "main-street.example"',
      is: '1: error: "url" is "main-street.example"; write it with https:// in front: "https://main-street.example"',
    },
    {
      toml: 'url = "localhost:8787"',
      is: '1: error: "url" is "localhost:8787"; write it with http:// in front: "http://localhost:8787"',
    },
    {
      toml: 'url = "htps:/quay.example"',
      is: '1: error: "url" is "htps:/quay.example"; write it with https:// in front: "https://quay.example"',
    },
    {
      toml: 'url = "https://quay.example:99999"',
      is: '1: error: "url" is "https://quay.example:99999"; a port is a number from 1 to 65535',
    },
    {
      toml: 'url = "https://quay.example/blog"',
      is: '1: error: "url" is "https://quay.example/blog"; a site has no path; write "https://quay.example"',
    },
    {
      toml: 'timezone = "Berlin"',
      is: '1: error: "timezone" is "Berlin"; write a zone by its full name; did you mean "Europe/Berlin"?',
    },
    {
      toml: 'timezone = "Europe/Lodnon"',
      is: '1: error: "timezone" is "Europe/Lodnon"; write a zone by its full name; did you mean "Europe/London"?',
    },
    {
      toml: 'timezone = "new york"',
      is: '1: error: "timezone" is "new york"; write a zone by its full name; did you mean "America/New_York"?',
    },
    {
      toml: 'timezone = "Mars"',
      is: '1: error: "timezone" is "Mars"; write the zone of a large city, such as Europe/Paris',
    },
    { toml: 'accent = "8a2c12"', is: '1: error: "accent" is "8a2c12"; write it as "#8a2c12"' },
    { toml: 'accent = "#fa0"', is: '1: error: "accent" is "#fa0"; write it as "#ffaa00"' },
    {
      toml: 'accent = "red"',
      is: '1: error: "accent" is "red"; write a colour as # and six digits from 0 to f, such as #8a2c12',
    },
    { toml: 'titel = "A"', is: '1: error: "titel" is not a setting; did you mean "title"?' },
  ])("$toml", ({ toml, is }) => expect(ofToml(toml)).toEqual([is]));

  test.for([
    { yaml: "titel: Rain", is: '2: warning: "titel" is not a field; did you mean "title"?' },
    { yaml: "Date: 2025-07-01", is: '2: warning: "Date" is not a field; did you mean "date"?' },
    { yaml: "lang: english", is: '2: error: "lang" is "english"; write its tag, "en"' },
    { yaml: "date: 31/12/2024", is: '2: error: "date" is "31/12/2024"; write it as 2024-12-31' },
    {
      yaml: "date: yesterday",
      is: '2: error: "date" is "yesterday"; write it as 2024-05-01 or 2024-05-01T09:00:00Z',
    },
    { yaml: "title: 1.5", is: '2: error: "title" is 1.5; put quotation marks round it: "1.5"' },
    { yaml: "draft: perhaps", is: '2: error: "draft" is "perhaps"; write true or false' },
    {
      yaml: 'draft: "true"',
      is: '2: error: "draft" is "true"; write it without quotation marks, in small letters',
    },
  ])("$yaml", ({ yaml, is }) => expect(ofYaml(yaml)).toEqual([is]));
});

test("a line of ten thousand signs is looked through as fast as a short one, and still has its place", () => {
  for (const long of [" ".repeat(10_000), "a ".repeat(5000), '"'.repeat(10_000), "[".repeat(10_000)]) {
    expect(ofYaml(`title: A: b${long}`)[0]).toMatch(/^2:\d+: error: /);
    expect(ofToml(`title = ${long}x`)[0]).toMatch(/^1:\d+: error: /);
  }
});

describe("slips that look alike are told apart", () => {
  test.for([
    { toml: "a..b = 1", is: "1:3: error: a name has two dots in a row, or one at its end; remove one" },
    { toml: "= 3", is: "1:1: error: a name is missing in front of the equals sign" },
    { toml: "[]", is: "1:2: error: a table needs a name between the brackets, such as [sections.sea]" },
    { toml: "title = null", is: "1:9: error: TOML has no empty value; remove the line" },
    { toml: "ttl = 1_.5", is: "1:7: error: 1_.5 is not a number; write one such as 5 or 0.5" },
    {
      toml: "author = name: Desk",
      is: '1:10: error: a text needs quotation marks round it; write author = "name: Desk"',
    },
    {
      toml: "my  name here = 1",
      is: "1:5: error: a name has no spaces; write my_name_here, or put the name between quotation marks",
    },
    {
      toml: "[sections",
      is: "1:2: error: the name of a table stands between brackets, on a line of its own; write [sections]",
    },
    {
      toml: "[sections.a b]",
      is: '1:13: error: a name with spaces or signs needs quotation marks; write [sections."a b"]',
    },
    {
      toml: '[["a"]',
      is: '1:7: error: the name of a table stands between brackets, on a line of its own; write ["a"]',
    },
    {
      toml: "a = 1\nb = 2\na = 3",
      is: '3:1: error: "a" appears a second time (the first is 2 lines above); keep one of the two',
    },
    {
      toml: "a = 1\na = 2",
      is: '2:1: error: "a" appears a second time (the first is the line above); keep one of the two',
    },
    { toml: 'tags = ["a", "b",  ', is: '1:8: error: this list has no closing ]; write tags = ["a", "b"]' },
    {
      toml: 'tags = ["a",\n"b"\ntitle = "x"',
      is: "1:8: error: this list has no closing ]; write ] behind its last value",
    },
    {
      toml: "date = yesterday",
      is: "1:8: error: yesterday is not a date that can be read; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    },
    {
      toml: "date = 2024-05-01T25:00",
      is: "1:8: error: 2024-05-01T25:00 is not a date that can be read; there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    },
    {
      toml: "title = ‘‘The “old” Quay’’",
      is: '1:9: error: curly quotation marks do not count here; write straight ones: title = "The “old” Quay"',
    },
    {
      toml: "flag = Yesterday",
      is: '1:8: error: a text needs quotation marks round it; write flag = "Yesterday"',
    },
    { toml: "x == 1", is: "1:4: error: one equals sign is enough; write x = 1" },
    { toml: "x ==  = 1", is: "1:4: error: one equals sign is enough; write x = = 1" },
    { toml: 'title = "a; b" ;', is: '1:9: error: nothing may follow the value; write title = "a; b"' },
    {
      toml: "title = The quay  # of # old",
      is: '1:9: error: a text needs quotation marks round it; write title = "The quay"',
    },
    {
      toml: "list = [a, 'b', 33, true, trueish, x33, untrue]",
      is: '1:8: error: each text of a list needs quotation marks round it; write list = ["a", \'b\', 33, true, "trueish", "x33", "untrue"]',
    },
    {
      toml: "tags = [“a”, „b“]",
      is: '1:8: error: curly quotation marks do not count here; write straight ones: tags = ["a", "b"]',
    },
    {
      toml: "[x]\na=1\n\n[x]",
      is: "4:2: error: the table [x] appears a second time (the first is 3 lines above); put all that belongs to it under one of the two",
    },
    { toml: 't = [ "a" "b" ]', is: "1:11: error: a comma is missing between two values; write one" },
    {
      toml: 't = [\n "a"\n "b"\n]\nu = 1',
      is: "3:2: error: a comma is missing between two values; write one",
    },
    {
      toml: "[t]\nu = 1\n[t.u]",
      is: '3:2: error: "t.u" has a value already, so it cannot be a table; give one of the two another name',
    },
    {
      toml: "a => x y",
      is: '1:4: error: an equals sign stands between name and value in TOML; write a = "x y"',
    },
    { toml: "a -> 3", is: "1:3: error: an equals sign stands between name and value in TOML; write a = 3" },
    {
      toml: 'a := "x"',
      is: '1:3: error: an equals sign stands between name and value in TOML; write a = "x"',
    },
    {
      toml: "a : true",
      is: "1:3: error: an equals sign stands between name and value in TOML; write a = true",
    },
    {
      toml: "a : truest",
      is: '1:3: error: an equals sign stands between name and value in TOML; write a = "truest"',
    },
    { toml: "// words", is: "1:1: error: a comment begins with #; write # words" },
    { toml: "u = 1\nt = {a = [1]", is: "2:5: error: this table has no closing }; write t = {a = [1]}" },
    {
      toml: "é = 1",
      is: '1:1: error: this name needs quotation marks, since it holds more than letters, digits, - and _; write "é" = 1',
    },
    { toml: "'a b' = x y", is: "1:9: error: a text needs quotation marks round it; write 'a b' = \"x y\"" },
    {
      toml: 't = [\n "a",\nu = [1]',
      is: "1:5: error: this list has no closing ]; write ] behind its last value",
    },
  ])("in TOML: $toml", ({ toml, is }) => expect(ofToml(toml)).toEqual([is]));

  test.for([
    { yaml: "a: 1\ntitle:The lock", is: "3:1: error: put a space behind the colon: title: The lock" },
    { yaml: '"Tide"', is: `2:1: error: ${NO_FIELD}` },
    { yaml: "# c\n\n  Tide rises", is: `4:1: error: ${NO_FIELD}` },
    { yaml: "a: 1\nx...\n---x", is: `3:1: error: ${NO_FIELD}` },
    { yaml: "tags: [a, b,   ", is: "2:7: error: this list has no closing ]; write tags: [a, b]" },
    { yaml: "tags: {a: 1,", is: "2:7: error: this table has no closing }; write tags: {a: 1}" },
    { yaml: 'a: "x\nb: [1', is: "3:4: error: this list has no closing ]; write b: [1]" },
    { yaml: "tags:\n- a\n- b\ntext here", is: `5:1: error: ${NO_FIELD}` },
    { yaml: "tags:\n  - a\ntext", is: `4:1: error: ${NO_FIELD}` },
    {
      yaml: "  a: 1\nb: 2",
      is: "3:1: error: begins further to the left than the lines above; begin all fields in the same column",
    },
    {
      yaml: "a: 1\n b: 2",
      is: "3:3: error: is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    },
    { yaml: "a: 1\nb = 2", is: "3:1: error: a colon stands between name and value here; write b: 2" },
    { yaml: "a: 1\nb=2", is: "3:1: error: a colon stands between name and value here; write b: 2" },
    {
      yaml: "a: 1\n  - x\n- y",
      is: "4:1: error: is the item of a list that has no name; write a line such as tags: above it",
    },
    {
      yaml: "a: 1\nb: 2\n  # x\na: 3",
      is: '5:1: warning: "a" appears a second time (the first is 3 lines above); this one counts, remove the other',
    },
    {
      yaml: "t: 'it's'",
      is: '2:4: error: an apostrophe ends a text between single quotation marks; write t: "it\'s"',
    },
    {
      yaml: 't: "a \\d b"',
      is: "2:8: error: a backslash between double quotation marks has a meaning of its own; write t: 'a \\d b'",
    },
    { yaml: 't: "', is: '2:4: error: the closing quotation mark is missing; write t: ""' },
    { yaml: "t: [a]]", is: "2:4: error: one closing ] is too many; write t: [a]" },
    {
      yaml: "t: [[a]]]",
      is: '2:4: error: a text that begins with [ needs quotation marks round it; write t: "[[a]]]"',
    },
    { yaml: "t: {a}}", is: "2:4: error: one closing } is too many; write t: {a}" },
    {
      yaml: "t: {{a}}}",
      is: '2:4: error: a text that begins with { needs quotation marks round it; write t: "{{a}}}"',
    },
    {
      yaml: "t: a: b:",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "a: b:"',
    },
    {
      yaml: "t: x- y: z",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "x- y: z"',
    },
    {
      yaml: 't: "a" b',
      is: "2:4: error: the text ends at its second quotation mark; put other ones round the whole: t: '\"a\" b'",
    },
    {
      yaml: "t: 'it''s' b",
      is: "2:4: error: the text ends at its second quotation mark; put other ones round the whole: t: '''it''''s'' b'",
    },
    {
      yaml: "a: |\n  x\n y: z: w",
      is: '4:5: error: a text with a colon needs quotation marks round it; write y: "z: w"',
    },
    {
      yaml: "a: x\n\n  y: z: w",
      is: "4:4: error: is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    },
    { yaml: "a: 1\nhttp://x.example", is: `3:1: error: ${NO_FIELD}` },
    { yaml: 'a: 1\n"b" 2', is: `3:1: error: ${NO_FIELD}` },
    {
      yaml: 'a: 1\n"b c": x: y',
      is: '3:8: error: a text with a colon needs quotation marks round it; write "b c": "x: y"',
    },
    { yaml: "a: 1\n'b c': 2\nx", is: `4:1: error: ${NO_FIELD}` },
    {
      yaml: "- a\n- b\nc",
      is: "2:1: error: is the item of a list that has no name; write a line such as tags: above it",
    },
  ])("in YAML: $yaml", ({ yaml, is }) => expect(ofYaml(yaml)).toEqual([is]));
});
