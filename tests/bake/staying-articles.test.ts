import { describe, expect, test } from "vitest";
import { openBake } from "../../src/bake/open-bake.ts";
import { KeptArticle } from "../../src/bake/places/kept-article.ts";
import { openedTwice, told } from "./remembering.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const dated = (matter: string, text = "Text.") => `---\ndate: 2025-06-01\n${matter}---\n${text}\n`;

const FILES = {
  "barge.md": dated("tags: [sea]\n", "Nothing of the site, but [a chart](https://chart.example/1)."),
  "lock.md": dated("authors: [Ann]\nsection: harbour\n", "Of [the barge](barge.md) and ![it](lock.png)."),
  "quay.md": dated("aliases: [/old/quay]\n", "Of [the barge](/articles/barge) and ```js\n1\n```."),
  "tide.md": dated("lead: true\nimage: lock.png\n", "```js\nhigh()\n```\n"),
};
const lock = mediaFile("lock.png");
const WITH_MEDIA = { before: { media: [lock] } };

/** The files that stayed, where both ways say the same. */
function stayed(...given: Parameters<typeof openedTwice>): readonly string[] {
  const { anew, again } = openedTwice(...given);
  const kept = [...again.articles].filter((one) => one instanceof KeptArticle).map(({ path }) => path);
  expect(told(again)).toEqual(told(anew));
  return kept;
}

const ALL = Object.keys(FILES);

test("what articles became is found out where somebody may remember it", () => {
  const { rememberable } = openBake(inputOf(FILES, { media: [lock] }));
  expect(rememberable.articles.map(({ path }) => path)).toEqual([
    "barge.md",
    "lock.md",
    "quay.md",
    "tide.md",
  ]);
  expect(openBake(inputOf(FILES, { media: [lock], isForgotten: true })).rememberable).toEqual({
    ...rememberable,
    articles: [],
  });
});

test("nothing is asked of an article whose file stayed, and all of it is there for who asks", () => {
  const { again, asked } = openedTwice(FILES, { "barge.md": dated("", "Another text.") }, WITH_MEDIA);
  expect(asked).toEqual([]);
  expect([...again.articles].map(({ title }) => title)).toEqual(["Barge", "Lock", "Quay", "Tide"]);
  expect(asked).toEqual([]);
  const [, quay] = [...again.articles].filter((one) => one instanceof KeptArticle);
  expect(quay?.url).toBe("https://quay.example/articles/quay");
  expect(asked).toEqual([]);
  expect(quay?.readText().html).toContain('href="https://quay.example/articles/barge"');
  expect(quay?.summary).toContain("Of the barge");
  expect(asked).toEqual(["quay.md"]);
});

describe("all others stay, and say what they say anew, when one", () => {
  test.for([
    ["has another text", { "barge.md": dated("", "Another text.") }],
    ["has other names", { "barge.md": dated("tags: [rain]\nauthors: [Bob]\nsection: town\n", "Text.") }],
    ["is new, and earlier", { "zinc.md": "---\ndate: 2025-05-01\n---\nZinc.\n" }],
  ] as const)("%s", ([, changes]) => {
    const others = ALL.filter((path) => !(path in changes));
    expect(stayed(FILES, changes, WITH_MEDIA)).toEqual(
      "zinc.md" in changes ? others.filter((path) => path !== "quay.md") : others,
    );
  });
});

describe("what leads to an article is looked at again when that", () => {
  test.for([
    ["goes", { "barge.md": null }],
    ["moves", { "barge.md": null, "boat.md": FILES["barge.md"] }],
    ["has another address", { "barge.md": dated("slug: boat\ntags: [sea]\n") }],
  ] as const)("%s", ([, changes]) => {
    expect(stayed(FILES, changes, WITH_MEDIA)).toEqual([]);
  });
});

test("what shows a picture is told anew where that is another one, or is gone", () => {
  const drawn = { before: { media: [lock] }, after: { media: [mediaFile("lock.png", "another")] } };
  expect(stayed(FILES, {}, drawn)).toEqual(["barge.md", "quay.md"]);
  expect(stayed(FILES, {}, { before: { media: [lock] }, after: { media: [] } })).toEqual([
    "barge.md",
    "quay.md",
  ]);
});

test("what is bound is looked at again where pages that only lead elsewhere are other ones", () => {
  const site = siteWith('generator = "jekyll"\npermalink = "/{path}.html"\n');
  const leading = (to: string) => `---\nredirect_to: ${to}\n---\n`;
  const own = { ...FILES, "quay.md": dated("", "Of [the barge](/barge.html).") };
  const files = { ...own, "there.md": leading("/lock.html") };
  const input = { before: { site, media: [lock] } };
  expect(stayed(files, {}, input)).toEqual(ALL);
  expect(stayed(files, { "there.md": leading("/tide.html") }, input)).toEqual(["barge.md"]);
  expect(stayed(files, { "there.md": null }, input)).toEqual(["barge.md"]);
  expect(stayed(own, { "there.md": leading("/tide.html") }, input)).toEqual(["barge.md"]);
});

test("an article whose id another one asks for is told anew", () => {
  const files = { "a.md": dated("id: urn:quay:1\n"), "b.md": dated("") };
  expect(stayed(files, { "c.md": dated("id: urn:quay:1\n") })).toEqual(["b.md"]);
  expect(stayed(files, { "c.md": dated("id: urn:quay:3\n") })).toEqual(["a.md", "b.md"]);
});

test("an id is not made twice of one name, whoever stays", () => {
  const { anew, again } = openedTwice({ "a.md": dated("") }, { "a.txt": "A\n\nText.\n" });
  expect(again.problems.map(({ message }) => message)).toEqual(anew.problems.map(({ message }) => message));
  expect(again.problems.some(({ message }) => message.includes("same id"))).toBe(true);
  expect(stayed({ "a.md": dated("id: urn:quay:1\n") }, { "a.txt": "A\n\nText.\n" })).toEqual(["a.md"]);
});

describe("where something comes or goes by itself, all are told anew", () => {
  test.for([
    ["comes", dated("", "x").replace("2025-06-01", "2026-01-01")],
    ["goes", dated("expires: 2026-01-01\n")],
  ])("%s", ([, text = ""]) => {
    const { anew, again } = openedTwice(FILES, { "later.md": text }, WITH_MEDIA);
    expect([...again.articles].some((one) => one instanceof KeptArticle)).toBe(false);
    expect(told(again)).toEqual(told(anew));
    expect([...again.given.sources].map(({ path }) => path)).toEqual(
      [...anew.given.sources].map(({ path }) => path),
    );
  });
});

describe("not remembered is", () => {
  test.for([
    ["a page that stands by itself", "page: true\n"],
    ["what goes by itself", "expires: 2026-01-01\n"],
    ["what has its home elsewhere", "canonical: https://mole.example/a\n"],
    ["what says it was updated in the future", "updated: 2026-01-01\n"],
    ["what names something that is not there", "image: gone.png\n"],
    ["what asks for what another one has", "permalink: /articles/lock\n"],
  ])("%s", ([, matter = ""]) => {
    const { remembered } = openedTwice({ ...FILES, "odd.md": dated(matter) }, {}, WITH_MEDIA);
    expect(remembered.has("odd.md")).toBe(false);
  });
});

describe("an article with translations is told anew when one of them", () => {
  const site = siteWith('languages = ["de", "fr"]\n');
  const files = {
    "a.md": dated(""),
    "a.de.md": dated(""),
    "b.md": dated(""),
    "b.fr.md": dated("", "Other."),
  };
  const others = ["b.fr.md", "b.md"];
  test.for([
    ["has another text", { "a.de.md": dated("", "Another text.") }, ["a.md", ...others]],
    ["comes", { "a.fr.md": dated("") }, others],
    ["goes", { "a.de.md": null }, others],
    ["has another address", { "a.de.md": dated("slug: boat\n") }, others],
    ["has its home elsewhere", { "a.de.md": dated("canonical: https://mole.example/a\n") }, others],
  ] as const)("%s", ([, changes, stays]) => {
    expect([...stayed(files, changes, { before: { site } })].sort()).toEqual([...stays].sort());
  });
});

test("how far an article reaches: not at all, to paths that are there, or further", () => {
  const { remembered } = openedTwice(FILES, {}, WITH_MEDIA);
  expect([...remembered].map(([path, { reach, files }]) => [path, reach, files])).toEqual([
    ["barge.md", "none", []],
    ["lock.md", "firm", ["lock.png"]],
    ["quay.md", "loose", []],
    ["tide.md", "firm", ["lock.png"]],
  ]);
});

const CARD = { type: "image/png", width: 1200, height: 630, sizeBytes: 1 } as const;

test("an article stays with its card, as long as that is the same", () => {
  const made = { sha256: "b".repeat(64), read: () => new Uint8Array([1]) };
  const cardAt = (address: string) => ({ ...CARD, address, made });
  const files = {
    "a.md": dated("", "# Barge\n\nText."),
    "b.md": dated("image: lock.png\n", "# Lock\n\nText."),
  };
  const [one, other] = ["/media/one.png", "/media/other.png"].map(
    (address) => new Map([["Barge", cardAt(address)]]),
  );
  if (one === undefined || other === undefined) throw new TypeError("no cards");
  const before = { media: [lock], cards: one };
  expect(stayed(files, {}, { before })).toEqual(["a.md", "b.md"]);
  expect(stayed(files, {}, { before, after: { ...before, cards: other } })).toEqual(["b.md"]);
  expect(stayed(files, {}, { before, after: { ...before, cards: new Map() } })).toEqual(["b.md"]);
});
