import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listedQuery } from "../../../src/representation/redirects/listed-query.ts";
import type { RedirectTarget } from "../../../src/representation/redirects/pattern.ts";
import type { RedirectTable } from "../../../src/representation/redirects/table.ts";
import {
  findRedirect,
  NO_HEAD,
  openRedirects,
  packRedirects,
  REDIRECTS_KEY,
  redirectShardKey,
} from "../../../src/representation/redirects/table.ts";
import { storageKeyOfPath } from "../../../src/representation/storage-key.ts";

const tableBut = (but: Partial<RedirectTable>): RedirectTable => ({
  ...NO_HEAD,
  patterns: [],
  rows: new Map(),
  ...but,
});

/** What the edge finds in packed values, as it looks for it. */
function found(packed: ReadonlyMap<string, string>, path: string, query = ""): RedirectTarget | null {
  const opened = openRedirects(packed.get(redirectShardKey(path)) ?? "");
  return opened && findRedirect(opened, path + query);
}

describe("packed redirects", () => {
  test("answer as a plain map does, whatever stands in it", () => {
    const path = fc
      .array(fc.string({ unit: fc.constantFrom(..."aAbé 0.-_~!*'"), minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((segments) => storageKeyOfPath(`/${segments.map(encodeURIComponent).join("/")}`))
      .filter((key) => key !== null);
    const query = fc.constantFrom("", "?p=1", "?p=12", "?cat=2&p=1");
    const target = fc.record({
      to: fc.constantFrom("/", "/a", "/b/c?d=e#f", "https://else.example/", `/${"long/".repeat(100)}`),
      status: fc.constantFrom(301, 302, 307, 308, 410),
    });
    const entries = fc.array(fc.tuple(path, query, target), { maxLength: 60 });
    fc.assert(
      fc.property(entries, fc.array(fc.tuple(path, query), { maxLength: 20 }), (rows, others) => {
        const map = new Map(rows.map(([key, search, to]) => [key + search, to]));
        const packed = packRedirects(tableBut({ rows: map }));
        for (const [key, search] of [...rows, ...others]) {
          expect(found(packed, key, search)).toEqual(map.get(key + search) ?? null);
        }
      }),
    );
  });

  test("of one path lie in one value, however it is spelled, so that one read finds them", () => {
    for (const path of ["/a/b", "/%C3%89t%C3%A9", "/a"]) {
      const spelled = [path, `${path}/`, path.toUpperCase(), encodeURI(decodeURI(path).toLowerCase())];
      expect(new Set(spelled.map(redirectShardKey)).size).toBe(1);
    }
  });

  test("are four values of about one size", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => [`/2004/05/post-${n}`, { to: `/a/${n}`, status: 301 }] as const,
    );
    const packed = packRedirects(tableBut({ rows: new Map(rows) }));
    expect(packed.size).toBe(4);
    const sizes = [...packed.values()].map((text) => text.length);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.2);
  });

  test("say in front which hosts, names and patterns count, each of them", () => {
    const table = tableBut({
      origin: "https://quay.example",
      hosts: ["old.example"],
      queries: ["id", "ü"],
      patterns: [
        { from: "/a/*", to: "/:splat", status: 301 },
        { from: "/b", to: "/", status: 410 },
      ],
    });
    const packed = packRedirects(table);
    expect(packed.size).toBe(5);
    for (const [key, text] of packed) {
      const { text: _, rowsAt: __, ...front } = openRedirects(text) ?? {};
      const { rows: ___, ...wanted } = table;
      expect(front).toEqual(key === REDIRECTS_KEY ? { ...wanted, patterns: [] } : wanted);
    }
  });

  test("are nothing where there are none", () => {
    expect(packRedirects(tableBut({ queries: ["id"] })).size).toBe(0);
  });

  test.for([
    ["nothing", ""],
    ["a page", "<!DOCTYPE html>\n\n"],
    ["half of a front", "hosts \nqueries"],
  ] as const)("are not taken for %s", ([, text]) => {
    expect(openRedirects(text)).toBeNull();
  });

  test("whose end is missing are searched to an end", () => {
    const opened = openRedirects("hosts \nqueries\n\n/a /b\n/c /d");
    expect(opened && findRedirect(opened, "/c")).toBeNull();
    expect(opened && findRedirect(opened, "/z")).toBeNull();
    expect(opened && findRedirect(opened, "/a")).toEqual({ to: "/b", status: 301 });
  });
});

describe("what counts of a query", () => {
  test.for([
    ["a known name", "?p=12", "?p=12"],
    [
      "known names, in the order of their bytes",
      "?p=1&alt=rss&m=2004&cat=3&feed=x&page_id=9",
      "?alt=rss&cat=3&feed=x&m=2004&p=1&page_id=9",
    ],
    ["a listed name", "?id=7", "?id=7"],
    ["no other name", "?utm_source=x&q", ""],
    ["an empty value", "?p=&id", "?id=&p="],
    ["a value with signs of its own", "?p=a%26b%3Dc=d+e", "?p=a%26b%3Dc%3Dd%20e"],
    ["a name in another spelling", "?%70=1", "?p=1"],
    ["nothing that is no UTF-8", "?p=%ff&id=%zz", ""],
    ["nothing of nothing", "", ""],
    ["nothing of a question mark", "?", ""],
    ["nothing of a name that every object has", "?__proto__=1&constructor=2", ""],
    ["nothing of a query of 8,000 bytes", `?p=${"1".repeat(8000)}`, ""],
  ] as const)("is %s", ([, search, expected]) => {
    expect(listedQuery(search, ["id"])).toBe(expected);
  });
});
