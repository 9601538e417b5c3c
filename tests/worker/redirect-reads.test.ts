import { describe, expect, test } from "vitest";
import { movedRepresentation, packedRepresentation } from "../../src/representation/moved.ts";
import type { RedirectTable } from "../../src/representation/redirects/table.ts";
import { NO_HEAD, packRedirects } from "../../src/representation/redirects/table.ts";
import type { Representation } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { answer } from "../../src/worker/answer.ts";
import { readRequest } from "../../src/worker/edge-request.ts";
import { siteRedirects } from "../../src/worker/site-redirects.ts";
import type { ReadDocument } from "../../src/worker/stored-document.ts";

const NOW = 1_760_000_000;

/** A page, or a feed that names its own address. */
function document(kind: "page" | "feed", link?: string): Representation {
  const value = Buffer.from("text\n");
  const { metadata } = movedRepresentation("/", NOW - 60);
  const { location: _, ...rest } = metadata;
  const stored = { gzip: 0, brotli: 0, identity: value.byteLength, index: 0 };
  return {
    metadata: { ...rest, status: 200, kind, sizeBytes: value.byteLength, stored, ...(link && { link }) },
    value,
  };
}

const DOCUMENTS: readonly (readonly [string, Representation])[] = [
  ["/page", document("page")],
  ["/feed.xml", document("feed", '<https://quay.example/feed.xml>; rel="self"')],
  ["/moved", movedRepresentation("/page", NOW - 60)],
  ["error/404", document("page")],
];

/** An isolate that serves a site, and tells which keys an answer reads. */
function isolate(table: Partial<RedirectTable> | null) {
  const packed = packRedirects({ ...NO_HEAD, patterns: [], rows: new Map(), ...table });
  const stored = new Map<string, Representation>([
    ...DOCUMENTS,
    ...[...packed].map(([key, text]) => [key, packedRepresentation(text, NOW - 60)] as const),
  ]);
  const redirects = siteRedirects();
  return async (target: string, seconds = 0) => {
    const keys: string[] = [];
    const read: ReadDocument = async (key: StorageKey) => {
      keys.push(key);
      const found = stored.get(key);
      if (found === undefined) return null;
      const body = new Blob([Buffer.from(found.value)]).stream();
      return { metadata: found.metadata, body: body as ReadableStream<Uint8Array>, made: {} };
    };
    const url = target.startsWith("/") ? `https://quay.example${target}` : target;
    const response = await answer(readRequest(new Request(url), NOW + seconds), read, redirects);
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get("Location"), reads: keys.length };
  };
}

const PACKED = {
  rows: new Map([
    ["/old", { to: "/page", status: 301 }],
    ["/page?p=1", { to: "/moved", status: 301 }],
  ]),
  patterns: [{ from: "/blog/*", to: "/:splat", status: 301 }],
};

describe("an isolate that just began reads", () => {
  test.for([
    ["one value for a feed at its own host: a poll costs what it did", "/feed.xml", PACKED, 1],
    ["one more for a page, which may be at a host of before", "/page", PACKED, 2],
    ["one more for a feed at another host", "https://old.example/feed.xml", PACKED, 2],
    ["one more for a query that may be listed", "/page?p=1", PACKED, 2],
    ["one more for a redirect under its own key", "/moved", PACKED, 2],
    ["the table for a packed redirect, and what the path may mean", "/old", PACKED, 3],
    ["one more than before for a miss: path, guess, page of 404, and the table", "/none", PACKED, 4],
    ["no more than for a miss where a pattern leads on", "/blog/page", PACKED, 4],
    ["no more than for a miss where there are none", "/none", null, 4],
  ] as const)("%s", async ([, target, table, reads]) => {
    expect((await isolate(table)(target)).reads).toBe(reads);
  });
});

describe("for a minute after that it reads", () => {
  test.for([
    ["one value for a page", "/page", PACKED, 1],
    ["one value for a query that is not listed", "/page?utm_source=x", PACKED, 1],
    ["two for a listed query", "/page?p=1", PACKED, 2],
    ["one value for a redirect under its own key", "/moved", PACKED, 1],
    ["one more than before for a miss", "/none", PACKED, 4],
    ["what it did before for a miss where there are none", "/none", null, 3],
    ["what it did before for a listed query where there are none", "/none?p=1", null, 3],
  ] as const)("%s", async ([, target, table, reads]) => {
    const ask = isolate(table);
    await ask("/nothing");
    expect((await ask(target, 59)).reads).toBe(reads);
  });

  test("and after that minute one more, once", async () => {
    const ask = isolate(PACKED);
    await ask("/page");
    expect([
      (await ask("/page", 59)).reads,
      (await ask("/page", 60)).reads,
      (await ask("/page", 61)).reads,
    ]).toEqual([1, 2, 1]);
  });
});

test.for([
  ["a page", "https://old.example/page", "https://quay.example/page", 2],
  ["a moved one", "https://old.example/moved", "https://quay.example/page", 2],
  ["a packed redirect", "https://old.example/old", "https://quay.example/page", 3],
] as const)("at a host of before %s takes one read more, and one hop", async ([, url, location, reads]) => {
  const table = { ...PACKED, origin: "https://quay.example", hosts: ["old.example"] };
  expect(await isolate(table)(url)).toEqual({ status: 301, location, reads });
});
