import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import { storedRedirects } from "../../src/bake/redirects/packed-table.ts";
import { siteWith } from "./small-site.ts";

interface Case {
  readonly rows?: Readonly<Record<string, string>>;
  readonly patterns?: number;
  readonly queries?: readonly string[];
  readonly hosts?: readonly string[];
}

/** The table of temporary redirects with these settings, and what is told of it. */
function stored({ rows = {}, patterns = 0, queries = [], hosts = [] }: Case) {
  const problems: Problem[] = [];
  const { packed } = storedRedirects(
    new Map(Object.entries(rows).map(([key, to]) => [key, { to, status: 302 }])),
    Array.from({ length: patterns }, (_, n) => ({ from: `/${n}/*`, to: "/", status: 301 })),
    () => false,
    { ...siteWith(), redirectQueries: new Set(queries), hosts: new Set(hosts) },
    problems,
  );
  return { packed, told: problems.map(({ severity, message }) => `${severity}: ${message.split(",")[0]}`) };
}

describe("the table of redirects may hold", () => {
  test.for([
    { count: 500, told: [] },
    { count: 501, told: ["error: has 501 redirects with * or :name"] },
  ])("$count patterns: $told", ({ count, told }) => {
    expect(stored({ patterns: count }).told).toEqual(told);
  });

  test.for([
    { characters: 4_000_000, told: [] },
    { characters: 4_000_001, told: ["error: has redirects of 4000001 characters"] },
  ])("$characters characters of paths and targets: $told", ({ characters, told }) => {
    const long = `/${"a".repeat(999)}`;
    expect(stored({ rows: { [long]: "b".repeat(characters - 1010), "/a": "c".repeat(8) } }).told).toEqual(
      told,
    );
  });
});

describe("a name in a query", () => {
  test("is kept where some redirect asks for it, beside others that do not", () => {
    const { packed, told } = stored({
      rows: { "/?a=1": "/x", "/?p=7&q=8": "/y", "/z": "/y" },
      queries: ["p", "q"],
    });
    expect([packed.queries, told]).toEqual([["p", "q"], []]);
  });

  test.for(["/?pp=7", "/?q=p", "/p=7", "/a&p=7"])("is told and left out where none does: %s", (key) => {
    const { packed, told } = stored({ rows: { [key]: "/x" }, queries: ["p"] });
    expect([packed.queries, told]).toEqual([[], ['warning: "redirect_queries" names "p"']]);
  });
});

describe("hosts that the site had before", () => {
  test("stand in the table with the origin that they lead to", () => {
    const { packed, told } = stored({ hosts: ["old.example"] });
    expect([packed.origin, packed.hosts, told]).toEqual(["https://quay.example", ["old.example"], []]);
  });

  test("need no origin where there is none, or only its own, which is told", () => {
    expect(stored({}).packed).toMatchObject({ origin: "", hosts: [] });
    const { packed, told } = stored({ hosts: ["quay.example"] });
    expect([packed.origin, packed.hosts, told]).toEqual(["", [], ['warning: "hosts" names quay.example']]);
  });
});
