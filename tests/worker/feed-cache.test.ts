import { afterAll, beforeAll, expect, test } from "vitest";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import type { Representation } from "../../src/representation/representation.ts";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { bundleWorker } from "./bundle.ts";
import type { Edge } from "./edge.ts";
import { entryOf, STILL_NOW, startEdge } from "./edge.ts";
import { sendRaw } from "./raw-http.ts";

/** The worker with a clock that the request sets, in seconds since 1970. */
const CLOCKED = {
  file: "worker/app.ts",
  from: "const startedMs = Date.now();",
  to: 'const startedMs = Number(req.raw.headers.get("Now")) * 1000;',
};

let cached: Edge;
let plain: Edge;
beforeAll(async () => {
  const script = await bundleWorker(CLOCKED);
  cached = await startEdge({ script, variables: { FEED_CACHE: "on" } });
  plain = await startEdge({ script });
});
afterAll(() => Promise.all([cached.stop(), plain.stop()]));

/** An edition of a document whose text is its number. */
function edition(number: number, kind: "feed" | "page" = "feed"): Representation {
  const value = Buffer.from(`edition ${number}`);
  const size = value.byteLength;
  const lastModified = STILL_NOW - 1000 + number;
  return {
    metadata: {
      status: 200,
      kind,
      type: "application/rss+xml",
      tag: weakEntityTag(lastModified, "0123456789abcdef", "fedcba"),
      lastModified,
      pollSeconds: 900,
      sizeBytes: size,
      stored: { gzip: 0, brotli: 0, identity: size, index: 0 },
      memory: { title: "Café" },
    },
    value,
  };
}

const put = (key: string, representation: Representation, edge = cached) =>
  edge.put([entryOf(key, representation)]);

/** The text at an address so many seconds after the start, or the status where there is none. */
async function read(target: string, after: number, fields: Record<string, string> = {}, edge = cached) {
  const answer = await sendRaw(edge.port, { target, fields: { Now: String(STILL_NOW + after), ...fields } });
  return answer.status === 200 ? answer.text() : answer.status;
}

test.for(["/rss.xml", "/atom.xml", "/feed.json", "/index.rdf", "/category/tea/feed/", "/rss"])(
  "polls of %s within 30 seconds share a read",
  async (feed) => {
    await put(feed, edition(1));
    expect(await read(feed, 0)).toBe("edition 1");
    await put(feed, edition(2));
    expect(await read(feed, 29)).toBe("edition 1");
    expect(await read(feed, 29, { "If-None-Match": edition(1).metadata.tag })).toBe(304);
    expect(await read(feed, 30)).toBe("edition 2");
  },
);

test("who says no-cache gets what is 5 seconds old at most, and others get it after that", async () => {
  const feed = "/tags/fresh/rss.xml";
  const fresh = { "Cache-Control": "no-cache" };
  await put(feed, edition(1));
  expect(await read(feed, 0)).toBe("edition 1");
  await put(feed, edition(2));
  expect(await read(feed, 4, fresh)).toBe("edition 1");
  expect(await read(feed, 5)).toBe("edition 1");
  expect(await read(feed, 5, fresh)).toBe("edition 2");
  // It is put away after the answer.
  await expect.poll(() => read(feed, 6)).toBe("edition 2");
});

test("where KV shows an older edition again, the newer one stays", async () => {
  const feed = "/tags/lagging/rss.xml";
  await put(feed, edition(2));
  expect(await read(feed, 0)).toBe("edition 2");
  await put(feed, edition(1));
  expect(await read(feed, 40)).toBe("edition 2");
  await put(feed, edition(3));
  expect(await read(feed, 41)).toBe("edition 3");
});

test("a feed that is gone is so after 30 seconds", async () => {
  const feed = "/tags/gone/rss.xml";
  await put(feed, edition(1));
  expect(await read(feed, 0)).toBe("edition 1");
  await cached.remove([feed]);
  expect(await read(feed, 29)).toBe("edition 1");
  expect(await read(feed, 30)).toBe(404);
});

test("a sealed state opens at its second, out of what is kept", async () => {
  const feed = "/tags/sealed/rss.xml";
  const later = [{ at: STILL_NOW + 10, representation: edition(2) }];
  await put(feed, withSealedStates(edition(1), later, "0123456789abcdef"));
  expect(await read(feed, 0)).toBe("edition 1");
  await cached.remove([feed]);
  expect(await read(feed, 9)).toBe("edition 1");
  expect(await read(feed, 10)).toBe("edition 2");
});

test("another host has values of its own", async () => {
  await put("/tags/host/rss.xml", edition(1));
  expect(await read("/tags/host/rss.xml", 0, { Host: "a.example" })).toBe("edition 1");
  await put("/tags/host/rss.xml", edition(2));
  expect(await read("/tags/host/rss.xml", 1, { Host: "b.example" })).toBe("edition 2");
});

test.for([
  ["a page, also one whose address is like a feed's", "/articles/why-rss", "page", "on"],
  ["a feed, where the operator did not switch it on", "/rss.xml", "feed", "off"],
] as const)("%s, is read each time", async ([, target, kind, setting]) => {
  const edge = setting === "on" ? cached : plain;
  await put(target, edition(1, kind), edge);
  expect(await read(target, 0, {}, edge)).toBe("edition 1");
  await put(target, edition(2, kind), edge);
  expect(await read(target, 0, {}, edge)).toBe("edition 2");
});
