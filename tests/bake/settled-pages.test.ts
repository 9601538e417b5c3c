import { describe, expect, test } from "vitest";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { keptParts } from "../../src/bake/kept-parts.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import { openedTwice } from "./remembering.ts";
import { siteWith } from "./small-site.ts";
import { must } from "./values.ts";

const site = siteWith("feed_items = 2\n");

/** A dozen articles, of which all but the newest have pages that nobody needs to look at. */
const FILES = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => {
    const day = String(at + 1).padStart(2, "0");
    return [
      `a${day}.md`,
      `---\ndate: 2025-06-${day}\ntags: [t${at % 3}]\n---\n# Of ${day}\n\nText of ${day}.\n`,
    ];
  }),
);
const ALL = Object.keys(FILES).length;

function plain(input: BakeInput) {
  const { documents, count, others, ledger, problems, around } = bakeSite(input);
  const told = documents.map(({ key, place, record }) => [key, place, record]);
  return {
    told,
    count,
    others: [...others],
    ledger: { ...ledger, documents: [...ledger.documents] },
    problems,
    around,
  };
}

/** Bakes a site in both ways, which give the same, and counts the sums that the next one may know. */
function baked(changes: Readonly<Record<string, string | null>>, after: Partial<BakeInput> = {}) {
  const { inputs } = openedTwice(FILES, changes, { before: { site }, after });
  expect(plain(inputs.again)).toEqual(plain(inputs.anew));
  return { written: plain(inputs.again).told.map(([key]) => key), inputs };
}

const edited = (day: string, text: string, tags = "t0") =>
  `---\ndate: 2025-06-${day}\ntags: [${tags}]\n---\n# ${text}\n\nText.\n`;

describe("pages that stay are what a look at them finds, when", () => {
  test.for([
    ["nothing changes", {}],
    [
      "an old article has another headline, which stands beside others",
      { "a03.md": edited("03", "Another") },
    ],
    ["one has other tags", { "a05.md": edited("05", "Of 05", "t1, t2") }],
    ["a tag is new, and in the site's lists", { "a05.md": edited("05", "Of 05", "t9") }],
    ["an old article goes", { "a02.md": null }],
    ["an old article comes", { "a00.md": edited("01", "First") }],
    ["a new article comes", { "a13.md": edited("29", "Last") }],
  ] as const)("%s", ([, changes]) => {
    baked(changes);
  });
});

test("pages that show an article are written when its headline is another one, and no others", () => {
  const { written } = baked({ "a03.md": edited("03", "Another") });
  const pages = written.filter((key) => String(key).startsWith("/articles/"));
  expect(pages).toContain("/articles/a04");
  expect(pages.length).toBeLessThan(ALL / 2);
});

test("all pages are looked at where what they have around them is another", () => {
  const { written } = baked({}, { stylesheet: "p { margin: 1px }" });
  expect(written.filter((key) => String(key).startsWith("/articles/"))).toHaveLength(ALL);
});

test("what is known stays known, without growing when nothing changes", () => {
  const { inputs } = baked({});
  expect(bakeSite(inputs.again).known.size).toBe(bakeSite(inputs.anew).known.size);
});

describe("without a look", () => {
  const OTHER = 5;
  const { inputs } = openedTwice(FILES, { "a06.md": edited("06", "Another") }, { before: { site } });
  const bake = openBake(inputs.again);
  const [a = 0, b = 0, c = 0] = must(inputs.again.remembered?.around ?? null, "around")
    .split(" ")
    .map(Number);

  /** The articles whose pages are kept. */
  function keptIn({
    known = inputs.again.known,
    around = { a, b, c },
    opened = bake,
  } = {}): readonly string[] {
    const seen = new SeenDocuments(
      opened.records,
      known && { known, documents: new Map(), articles: opened.records },
    );
    const { isPage } = keptParts(opened, seen)(around);
    return [...opened.articles].filter(({ ordinal }) => isPage(ordinal)).map(({ path }) => path);
  }

  /** Those that stayed beside others that stayed, as their records say. */
  const settled = [...bake.records]
    .filter(
      ({ ordinal, beside = [] }) =>
        ordinal !== OTHER && beside.every((back) => back <= 0 || ordinal - back !== OTHER),
    )
    .map(({ path }): string => path);

  test("pages are kept of articles that stayed beside others that did", () => {
    expect(settled.length).toBeGreaterThan(3);
    expect(settled.length).toBeLessThan(ALL - 1);
    expect([...keptIn()].sort()).toEqual(settled);
  });

  test("none is kept where pages have something else around them, or nothing is known of before", () => {
    expect(keptIn({ around: { a, b, c: c + 1 } })).toEqual([]);
    const seen = new SeenDocuments(bake.records);
    const { isPage } = keptParts(bake, seen)({ a, b, c });
    expect([...bake.articles.ordinals].filter(isPage)).toEqual([]);
    const { remembered: _, ...forgotten } = bake.input;
    expect(keptIn({ opened: { ...bake, input: forgotten } })).toEqual([]);
  });
});
