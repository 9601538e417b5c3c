import { hash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { must, NOW } from "../../bake/values.ts";
import { temporaryFolder } from "../../content-folder.ts";
import type { Recalled, Said } from "./published-site.ts";
import { articlesIn, fileOf, HEAD, of, PLACES, remembered, SITE } from "./published-site.ts";

test("a site is remembered as it was published, with what its articles are", () => {
  const articles = [of("a.md", { files: ["boat.svg"] }), of("b.md")];
  const files = new Map([
    ["a.md", fileOf("digest a")],
    ["b.md", fileOf("digest b", true)],
  ]);
  const found = remembered({ articles, files, named: [["boat.svg", "boat.svg"]], idHost: "quay.example" });
  const { media, ...site } = must(found, "a site").site;
  expect(site).toEqual({
    conditions: "conditions",
    url: SITE.url,
    idHost: "quay.example",
    head: hash("sha256", HEAD, "base64url"),
    now: NOW,
    until: NOW + 9,
    files: "files",
    redirects: "redirects",
    around: "around",
    places: PLACES,
  });
  expect(media).toEqual([
    {
      path: "boat.svg",
      place: "/site/boat.svg",
      shown: "boat.svg",
      digest: expect.stringMatching(/^.{20,}$/),
    },
  ]);
  expect(articlesIn(found)).toEqual(
    new Map([
      ["a.md", { ...fileOf("digest a"), article: articles[0] }],
      ["b.md", { ...fileOf("digest b", true), article: articles[1] }],
    ]),
  );
});

test("the head is that which was written, or that which lay there where nothing was", () => {
  const headOf = (said: Said) => remembered(said)?.site.head;
  expect(headOf({ put: 1, head: "before" })).toBe(hash("sha256", HEAD, "base64url"));
  for (const ledger of [[], [[]], [[{ value: HEAD }]]])
    expect(headOf({ put: 0, head: "before", ledger })).toBe("before");
  expect(remembered({ idHost: undefined })?.site.idHost).toBeNull();
});

test("rows of what nobody recalled are no articles", () => {
  const files = new Map([["a.md", fileOf("a")]]);
  const found = remembered({ stays: [0], articles: [of("a.md")], files });
  expect([...articlesIn(found).keys()]).toEqual(["a.md"]);
});

describe("nothing is remembered, and what was remembered is left as it is", () => {
  test.for<{ readonly name: string; readonly said: Said; readonly isDry?: boolean }>([
    { name: "that goes by more than files", said: { digest: null } },
    { name: "of which no ledger lies in the store", said: { put: 0, head: null } },
    { name: "of whose ledger nobody knows", said: { put: 0 } },
    { name: "of which the next run writes a part", said: { left: 1 } },
    {
      name: "of which something opens by itself",
      said: { sealed: [{ file: "later.md", at: NOW + 60, writes: 1 }] },
    },
    { name: "that is not published at all", said: {}, isDry: true },
  ])("of a site $name", ({ said, isDry }) => {
    const folder = join(temporaryFolder(), "cache");
    const before = remembered({ articles: [of("a.md")], files: new Map([["a.md", fileOf("a")]]) }, folder);
    expect(articlesIn(before).size).toBe(1);
    const after = remembered(
      { articles: [of("b.md")], files: new Map([["b.md", fileOf("b")]]), ...said },
      folder,
      isDry,
    );
    expect(after?.site).toEqual(before?.site);
    expect([...articlesIn(after).keys()]).toEqual(["a.md"]);
    expect(remembered(said, undefined, isDry)).toBeNull();
  });
});

test("of media those are remembered that articles show which may stay, and that could be read", () => {
  const folder = join(temporaryFolder(), "cache");
  const named = ["a.svg", "b.svg", "c.svg", "d.svg"].map((path) => [path, path] as const);
  const files = new Map([["a.md", fileOf("a")]]);
  const before = remembered({ articles: [of("a.md", { files: ["a.svg", "d.svg"] })], files, named }, folder);
  const paths = (found: Recalled | null) => found?.site.media.map(({ path }) => path);
  expect(paths(before)).toEqual(["a.svg", "d.svg"]);
  const others = {
    articles: [of("b.md", { files: ["b.svg"] })],
    files: new Map([["b.md", fileOf("b")]]),
    named,
  };
  const media = ["a.svg", "b.svg", "c.svg"];
  expect(paths(remembered({ stays: [0], ...others, media }, folder))).toEqual(["a.svg", "b.svg"]);
  expect(paths(remembered({ ...others, media }, folder))).toEqual(["b.svg"]);
});

test("few articles that are others are written beside the many that stay", () => {
  const folder = join(temporaryFolder(), "cache");
  const paths = Array.from({ length: 40 }, (_, at) => `${String(at).padStart(2, "0")}.md`);
  const files = new Map(paths.map((path) => [path, fileOf(path)]));
  remembered({ articles: paths.map((path) => of(path)), files }, folder);
  const stays = [...paths.keys()].filter((at) => at !== 7 && at !== 9);
  const found = remembered({ stays, articles: [of("07.md", { title: "Ebb" })] }, folder);
  expect(readdirSync(folder)).toContain("articles-amendments.json");
  expect([...articlesIn(found).keys()].sort()).toEqual(paths.filter((path) => path !== "09.md"));
  expect(articlesIn(found).get("07.md")).toEqual({
    ...fileOf("07.md"),
    article: of("07.md", { title: "Ebb" }),
  });
});
