import { describe, expect, test } from "vitest";
import { leadingSections, MOST_LEADING } from "../../src/ledger/leading-sections.ts";
import { decodeMemory, siteMemory } from "../../src/ledger/memory.ts";
import { rebuildLedger } from "../../src/ledger/rebuild.ts";

const sections = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([slug, articles]) => ({
    channel: { kind: "section" as const, name: slug, slug },
    articles,
  }));

describe("the sections in the head of every page", () => {
  test("are at first those with the most articles, six at most", () => {
    const counts = { a: 1, b: 9, c: 2, d: 2, e: 8, f: 3, g: 1, h: 7 };
    const chosen = leadingSections(undefined, sections(counts), 33);
    expect(chosen).toEqual(["b", "e", "h", "f", "c", "d"]);
    expect(chosen).toHaveLength(MOST_LEADING);
  });

  test("stay, whatever is published later", () => {
    expect(leadingSections(["b", "a"], sections({ a: 50, b: 1, z: 900 }), 951)).toEqual(["b", "a"]);
  });

  test("are chosen anew up to a hundred articles", () => {
    const all = sections({ a: 50, b: 49, z: 1 });
    expect(leadingSections(["b", "a"], all, 100)).toEqual(["b", "a", "z"]);
    expect(leadingSections(["b", "a"], all, 101)).toEqual(["b", "a"]);
  });

  test("are followed by new ones while the site is small", () => {
    expect(leadingSections(["b", "a"], sections({ a: 3, b: 1, z: 9 }), 13)).toEqual(["b", "a", "z"]);
    const full = ["a", "b", "c", "d", "e", "f"];
    const there = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, z: 9 };
    expect(leadingSections(full, sections(there), 15)).toEqual(full);
  });

  test("are without one that nothing is in any more, while the site is small", () => {
    expect(leadingSections(["typo", "a"], sections({ a: 3, b: 1 }), 4)).toEqual(["a", "b"]);
  });

  test("are more than one as soon as there are two", () => {
    expect(leadingSections(["a"], sections({ a: 900, b: 1 }), 901)).toEqual(["a", "b"]);
  });

  test("are found again when the ledger is lost", () => {
    const site = { authority: "quay.example,2025", windowSize: 20, permalink: null, leadingSections: ["b"] };
    const memory = decodeMemory(JSON.parse(JSON.stringify(siteMemory(site))));
    const record = { digest: "of a page", edition: 1000 };
    expect(rebuildLedger([{ key: "error/404", record, memory }])).toMatchObject(site);
  });
});
