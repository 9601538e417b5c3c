import { describe, expect, test } from "vitest";
import type { AdoptedArticle } from "../../src/article/adopted.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { pathOf } from "../ledger/source-at.ts";
import { inputOf } from "./small-site.ts";
import { NOW } from "./values.ts";

type Entry = Partial<Omit<AdoptedArticle, "path">> & { readonly path: string };

function adoptedOf(entries: readonly Entry[]) {
  const articles = entries.map(({ path, ...fields }, index) => ({
    path: pathOf(path),
    id: null,
    address: null,
    published: null,
    item: null,
    line: index + 1,
    ...fields,
  }));
  return { articles, feeds: [] };
}

function told(
  files: Readonly<Record<string, string>>,
  entries: readonly Entry[],
  published?: Readonly<Record<string, string>>,
) {
  const before = published && openBake(inputOf(published));
  const records = before?.records ?? [];
  const input = inputOf(files, { adopted: adoptedOf(entries), now: NOW + 60 });
  const { problems } = openBake({
    ...input,
    ledger: { ...input.ledger, articles: records, edition: before?.edition ?? 0 },
  });
  return problems
    .filter(({ file }) => file === "adopted.toml")
    .map(({ line, severity, message }) => `${line} ${severity} ${message.split(";")[0]}`);
}

describe("what was adopted and means nothing is told:", () => {
  test.for([
    {
      name: "a path where nothing lies",
      files: { "a.md": "Tea." },
      entry: { path: "b.md", id: "x" },
      told: ["1 warning names b.md, where no article that is published lies"],
    },
    {
      name: "an address that is the site's own",
      files: { "a.md": "Tea." },
      entry: { path: "a.md", address: "/feed.json" },
      told: ["1 warning names the address /feed.json, where the site keeps its own pages and feeds"],
    },
    {
      name: "an id besides that of the front matter",
      files: { "a.md": "---\nid: own\n---\nTea." },
      entry: { path: "a.md", id: "x" },
      told: [
        "1 warning names the id x, but a.md has own by its front matter, or another article has that id",
      ],
    },
    {
      name: "an address that is another's",
      files: { "a.md": "Tea.", "b.md": "---\npermalink: /b\n---\nRain." },
      entry: { path: "a.md", address: "/b" },
      told: ["1 warning names the address /b, which is another article's"],
    },
    {
      name: "nothing, where it all holds",
      files: { "a.md": "Tea." },
      entry: { path: "a.md", id: "x", address: "/b" },
      told: [],
    },
    {
      name: "nothing of one that is dated ahead",
      files: { "a.md": "---\ndate: 2099-01-01\n---\nTea." },
      entry: { path: "a.md", id: "x" },
      told: [],
    },
  ])("$name", ({ files, entry, told: expected }) => {
    expect(told(files, [entry])).toEqual(expected);
  });
});

test("old ids of articles that readers know by others are told together, as a notice", () => {
  const files = { "a.md": "Tea.", "b.md": "Rain." };
  const entries = [
    { path: "a.md", id: "x" },
    { path: "b.md", id: "y" },
  ];
  expect(told(files, entries, files)).toEqual([
    "1 notice names the id x (and 1 more entries alike), but a.md was published as tag:quay.example,2025:a already, which stays: readers know it by that",
  ]);
});

test("one old id of an article that readers know by another is told alone", () => {
  const files = { "a.md": "Tea." };
  expect(told(files, [{ path: "a.md", id: "x" }], files)).toEqual([
    "1 notice names the id x, but a.md was published as tag:quay.example,2025:a already, which stays: readers know it by that",
  ]);
});

describe("nothing is told of an old id that an article has by now", () => {
  const before = { "a.md": "---\nid: x\n---\nTea.", "b.md": "Rain." };

  test("where nothing lies at its path any more", () => {
    const { "a.md": tea, ...rest } = before;
    expect(told({ ...rest, "c.md": tea }, [{ path: "a.md", id: "x" }], before)).toEqual([]);
    expect(told(rest, [{ path: "a.md", id: "x" }], before)).toEqual([]);
  });

  test("where another article lies at its path", () => {
    expect(told(before, [{ path: "b.md", id: "x" }], before)).toEqual([]);
  });
});

test("a standing page keeps its old address", () => {
  const adopted = adoptedOf([{ path: "about.md", address: "/who/" }]);
  const { standing } = openBake(inputOf({ "about.md": "---\npage: true\n---\nUs." }, { adopted }));
  expect(standing.map(({ address }) => address)).toEqual(["/who/"]);
});
