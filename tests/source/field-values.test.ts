import { parse as parseToml } from "smol-toml";
import { describe, expect, test } from "vitest";
import * as read from "../../src/source/values/field-values.ts";

/** Values of TOML that are dates of its own kind. */
const toml = parseToml("day = 2025-07-01\nlocal = 2025-07-01T10:00:00\noffset = 2025-07-01T10:00:00+02:00");

describe("text", () => {
  test.for<{ value: unknown; text: string | null }>([
    { value: " Rain ", text: "Rain" },
    { value: " ", text: null },
    { value: "", text: null },
    { value: 7, text: null },
    { value: ["Rain"], text: null },
  ])("of $value is $text", ({ value, text }) => expect(read.text(value)).toBe(text));
});

describe("texts", () => {
  test.for<{ value: unknown; texts: readonly string[] | null }>([
    { value: " sea ", texts: ["sea"] },
    { value: 2025, texts: ["2025"] },
    { value: ["sea", 2025], texts: ["sea", "2025"] },
    { value: [], texts: [] },
    { value: ["sea", 1.5], texts: null },
    { value: ["sea", ""], texts: null },
    { value: { sea: true }, texts: null },
  ])("of $value are $texts", ({ value, texts }) => expect(read.texts(value)).toEqual(texts));
});

test.for([
  { value: true, flag: true },
  { value: false, flag: false },
  { value: "true", flag: null },
  { value: 1, flag: null },
])("the flag of $value is $flag", ({ value, flag }) => expect(read.flag(value)).toBe(flag));

describe("date", () => {
  test.for<{ rule: string; value: unknown; date: string | null }>([
    { rule: "a text is read in the zone", value: "2025-07-01 10:00", date: "2025-07-01T08:00:00Z" },
    { rule: "a day of TOML is read in the zone", value: toml.day, date: "2025-06-30T22:00:00Z" },
    { rule: "a time of TOML is read in the zone", value: toml.local, date: "2025-07-01T08:00:00Z" },
    { rule: "a time of TOML keeps its offset", value: toml.offset, date: "2025-07-01T08:00:00Z" },
    { rule: "a number is none", value: 20250701, date: null },
    { rule: "another text is none", value: "soon", date: null },
  ])("$rule", ({ value, date }) => {
    expect(read.date(value, "Europe/Paris")).toBe(date === null ? null : Date.parse(date) / 1000);
  });
});

describe("slugText", () => {
  test.for<{ value: unknown; slug: string | null }>([
    { value: "lock", slug: "lock" },
    { value: "/lock/", slug: "lock" },
    { value: "//lock//", slug: "lock" },
    { value: " lock ", slug: "lock" },
    { value: "a/b", slug: null },
    { value: "/", slug: null },
    { value: "..", slug: null },
    { value: 7, slug: "7" },
    { value: 7.5, slug: null },
  ])("of $value is $slug", ({ value, slug }) => expect(read.slugText(value)).toBe(slug));
});

describe("path", () => {
  test.for<{ rule: string; value: unknown; path: string | null }>([
    { rule: "a path stays", value: "/2025/lock/", path: "/2025/lock/" },
    { rule: "a path gets its slash", value: "2025/lock", path: "/2025/lock" },
    { rule: "of several slashes one is left", value: "///lock", path: "/lock" },
    { rule: "letters are percent-encoded", value: "/élan", path: "/%C3%A9lan" },
    { rule: "of a whole URL the path counts", value: "https://quay.example:8080/lock", path: "/lock" },
    { rule: "of a whole URL without TLS too", value: "http://quay.example/lock", path: "/lock" },
    { rule: "480 characters fit", value: `/${"a".repeat(479)}`, path: `/${"a".repeat(479)}` },
    { rule: "481 do not", value: `/${"a".repeat(480)}`, path: null },
    { rule: "the front page is none", value: "/", path: null },
    { rule: "a URL without a path is none", value: "https://quay.example", path: null },
    { rule: "a URL that cannot be read is none", value: "https://[quay/lock", path: null },
    { rule: "a query is refused", value: "/lock?a", path: null },
    { rule: "a fragment is refused", value: "/lock#a", path: null },
    { rule: "a token is refused", value: "/{slug}", path: null },
    { rule: "Jekyll's token is refused", value: "/:title", path: null },
    { rule: "a star is refused", value: "/old/*", path: null },
    { rule: "a space is refused", value: "/a b", path: null },
    { rule: "a star in a whole URL is refused", value: "https://quay.example/*", path: null },
    { rule: "another scheme is refused", value: "ftp://quay.example/lock", path: null },
    { rule: "a URL behind something is refused", value: "/go/https://quay.example/lock", path: null },
    { rule: "a number is refused", value: 7, path: null },
  ])("$rule", ({ value, path }) => expect(read.path(value)).toBe(path));

  test.for<{ value: unknown; paths: readonly string[] | null }>([
    { value: "old", paths: ["/old"] },
    { value: ["/old", "/older/"], paths: ["/old", "/older/"] },
    { value: ["/old", "/"], paths: null },
    { value: [true], paths: null },
  ])("paths of $value are $paths", ({ value, paths }) => expect(read.paths(value)).toEqual(paths));
});

describe("webUrl", () => {
  test.for<{ value: unknown; url: string | null }>([
    { value: "https://quay.example", url: "https://quay.example/" },
    { value: "HTTP://quay.example/a", url: "http://quay.example/a" },
    { value: " https://quay.example/a ", url: "https://quay.example/a" },
    { value: "mailto:desk@quay.example", url: null },
    { value: "mailto:desk@quay.example?body=https://quay.example", url: null },
    { value: "quay.example", url: null },
    { value: "go https://quay.example", url: null },
    { value: "https://[", url: null },
    { value: 7, url: null },
  ])("of $value is $url", ({ value, url }) => expect(read.webUrl(value)).toBe(url));
});

describe("authors", () => {
  test.for<{ rule: string; value: unknown; authors: unknown }>([
    { rule: "a name", value: " Ana \n Holm ", authors: [{ name: "Ana Holm", url: null, email: null }] },
    {
      rule: "a table",
      value: { name: "Ana Holm", url: "https://quay.example/ana", email: "ana@quay.example" },
      authors: [{ name: "Ana Holm", url: "https://quay.example/ana", email: "ana@quay.example" }],
    },
    {
      rule: "a table with a link",
      value: { name: "Ana Holm", link: "https://quay.example/ana" },
      authors: [{ name: "Ana Holm", url: "https://quay.example/ana", email: null }],
    },
    {
      rule: "a URL that is none is left out",
      value: [{ name: "Ana Holm", url: "/ana", email: "" }],
      authors: [{ name: "Ana Holm", url: null, email: null }],
    },
    {
      rule: "both, in a list",
      value: ["Ana Holm", { name: "Jo Reed" }],
      authors: [
        { name: "Ana Holm", url: null, email: null },
        { name: "Jo Reed", url: null, email: null },
      ],
    },
    {
      rule: "one of a list that has no name",
      value: ["Ana Holm", { url: "https://quay.example/" }],
      authors: null,
    },
    { rule: "a number", value: 7, authors: null },
  ])("reads $rule", ({ value, authors }) => expect(read.authors(value)).toEqual(authors));
});

describe("image", () => {
  test.for<{ rule: string; value: unknown; image: { src: string; alt: string } | null }>([
    { rule: "a path", value: "a.jpg", image: { src: "a.jpg", alt: "" } },
    { rule: "a table", value: { src: "a.jpg", alt: "A lock" }, image: { src: "a.jpg", alt: "A lock" } },
    { rule: "a table with a url", value: { url: "a.jpg" }, image: { src: "a.jpg", alt: "" } },
    { rule: "a table with a path", value: { path: "a.jpg" }, image: { src: "a.jpg", alt: "" } },
    { rule: "Hugo's table with an image", value: { image: "a.jpg" }, image: { src: "a.jpg", alt: "" } },
    { rule: "the first of a list", value: [{ src: "a.jpg" }, "b.jpg"], image: { src: "a.jpg", alt: "" } },
    {
      rule: "an alternative that is no text",
      value: { src: "a.jpg", alt: 7 },
      image: { src: "a.jpg", alt: "" },
    },
    { rule: "a table without any", value: { alt: "A lock" }, image: null },
    { rule: "a switch", value: true, image: null },
  ])("reads $rule", ({ value, image }) => expect(read.image(value)).toEqual(image));
});

describe("language", () => {
  test.for<{ value: unknown; tag: string | null }>([
    { value: "en", tag: "en" },
    { value: "PT-br", tag: "pt-BR" },
    { value: "zh_hant_TW", tag: "zh-Hant-TW" },
    { value: " de ", tag: "de" },
    { value: "klingon language", tag: null },
    { value: "", tag: null },
    { value: 7, tag: null },
  ])("of $value is $tag (RFC 5646 §4.5)", ({ value, tag }) => expect(read.language(value)).toBe(tag));
});

describe("shown", () => {
  test.for<{ value: unknown; shown: string }>([
    { value: "Rain", shown: '"Rain"' },
    { value: 7, shown: "7" },
    { value: null, shown: "null" },
    { value: ["a"], shown: "a list" },
    { value: { a: 1 }, shown: "a table" },
    { value: undefined, shown: "undefined" },
    { value: toml.offset, shown: "2025-07-01T10:00:00.000+02:00" },
    { value: "a".repeat(78), shown: `"${"a".repeat(78)}"` },
    { value: "a".repeat(79), shown: `"${"a".repeat(78)}…` },
  ])("of a value is short: $shown", ({ value, shown }) => expect(read.shown(value)).toBe(shown));
});

test.for<{ rule: string; value: unknown; isTable: boolean }>([
  { rule: "an object is a table", value: {}, isTable: true },
  { rule: "a list is none", value: [], isTable: false },
  { rule: "null is none", value: null, isTable: false },
  { rule: "a date of TOML is none", value: toml.day, isTable: false },
  { rule: "a text is none", value: "a", isTable: false },
])("$rule", ({ value, isTable }) => expect(read.isTable(value)).toBe(isTable));

describe("where a page leads", () => {
  test.for([
    { value: "/a", is: "/a" },
    { value: "/a?x=1#y", is: "/a?x=1#y" },
    { value: ["/a", "/b"], is: "/a" },
    { value: " https://quay.example/a ", is: "https://quay.example/a" },
    { value: "http://quay.example", is: "http://quay.example" },
    { value: "/a?x=/b//c", is: "/a?x=/b//c" },
    { value: "//quay.example/a", is: null },
    { value: "a/b", is: null },
    { value: "x/a", is: null },
    { value: "/a/../b", is: null },
    { value: "https:///a", is: null },
    { value: "https:\\\\quay.example", is: null },
    { value: "ftp://quay.example", is: null },
    { value: "see https://quay.example", is: null },
    { value: "https://[quay", is: null },
    { value: "/a\u0007b", is: null },
    { value: "", is: null },
    { value: 3, is: null },
    { value: null, is: null },
  ])("$value is $is", ({ value, is }) => expect(read.redirectTarget(value)).toBe(is));
});

describe("names of tags", () => {
  test.for([
    { value: true, is: ["true"] },
    { value: [2.5, "lock", false], is: ["2.5", "lock", "false"] },
    { value: [Number.NaN], is: null },
    { value: [{}], is: null },
  ])("are texts, whatever a format takes them for: %o", ({ value, is }) => {
    expect(read.tagNames(value)).toEqual(is);
  });
});

test.for([
  { word: "yes", is: true },
  { word: "On", is: true },
  { word: "no", is: false },
  { word: "OFF", is: false },
  { word: "toString", is: null },
  { word: 1, is: null },
])("a switch is read as older YAML has it: $word is $is", ({ word, is }) => expect(read.flag(word)).toBe(is));

test.for([
  { value: "a%41b", is: "a%41b" },
  { value: "a%2Fb", is: null },
  { value: "a%5cb", is: null },
  { value: "a%07b", is: null },
  { value: "a%1Fb", is: null },
  { value: "a%7Fb", is: null },
  { value: "a%2bb", is: "a%2bb" },
])("a slug holds no escape that would lead elsewhere: $value", ({ value, is }) => {
  expect(read.slugText(value)).toBe(is);
});

test("a path may hold an address, and is none of it", () => {
  expect(read.path("https://quay.example/a/b")).toBe("/a/b");
  expect(read.path("/go/https://quay.example/a")).toBeNull();
});

test.for(["src", "url", "path", "image", "light", "feature", "thumbnail", "teaser"])(
  "a picture may stand in a table under %s",
  (part) => {
    expect(read.image({ [part]: "a.png", alt: "A lock" })).toEqual({ src: "a.png", alt: "A lock" });
  },
);
