import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runs } from "../runs.ts";
import { differences } from "./conformance/row.ts";
import { bakeSample } from "./conformance/sample.ts";
import type { Edge } from "./edge.ts";
import { STILL_NOW, startEdge } from "./edge.ts";
import type { RawRequest } from "./raw-http.ts";
import { exchange, sendRaw } from "./raw-http.ts";

const sample = bakeSample(STILL_NOW);
const paths = sample.documents.map(({ path }) => path);
const tags = sample.documents.flatMap(({ tag, tagBefore }) => [tag, tagBefore]);

/** What only the ledger holds; no answer may contain it. */
const LEDGER_VALUES = sample.entries
  .filter(({ key }) => key.startsWith("ledger"))
  .map(({ value }) => Buffer.from(value.subarray(10, 40)));

const KNOWN_STATUSES = [200, 206, 226, 301, 302, 304, 308, 400, 404, 405, 410, 412, 414, 416, 503];

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ now: STILL_NOW });
  await edge.put(sample.entries);
});
afterAll(() => edge.stop());

const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    ".",
    "..",
    "%2e",
    "%2F",
    "%00",
    "%",
    "\\",
    ";",
    "?",
    "~",
    "ledger",
    "0001",
    "journal",
    "error",
    "404",
  ),
  fc.string({ maxLength: 6, unit: fc.constantFrom(..."aZ09-_é%:@&=+$,!*'()[]|^`{}") }),
);
const target = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...paths, "/feed", "/moved", "/gone", "/foreign", "/rss/") },
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`) },
);
/** A field's value: visible characters, blanks and bytes beyond ASCII. */
const value = fc.string({ maxLength: 30, unit: fc.constantFrom(..."aB9 \t\"',;=*/-W.\\é\u00ff") });
const tag = fc.oneof(fc.constantFrom(...tags, "*", '""', 'W/"'), value);
const date = fc.oneof(
  fc
    .date({ min: new Date(0), max: new Date("2037-01-01"), noInvalidDate: true })
    .map((at) => at.toUTCString()),
  value,
);
const fields = fc.record(
  {
    "If-None-Match": fc.array(tag, { maxLength: 3 }).map((list) => list.join(", ")),
    "If-Match": tag,
    "If-Modified-Since": date,
    "If-Unmodified-Since": date,
    "If-Range": fc.oneof(tag, date),
    "Accept-Encoding": fc.oneof(
      fc.constantFrom("br", "gzip", "br;q=0.1, gzip", "*;q=0", "identity;q=0"),
      value,
    ),
    Accept: fc.oneof(fc.constantFrom("*/*", "application/atom+xml", "text/html;q=0.1"), value),
    "A-IM": fc.oneof(fc.constantFrom("feed", "feed;q=0", "vcdiff, feed"), value),
  },
  { requiredKeys: [] },
);
const range = fc.oneof(
  fc.tuple(fc.nat(5000), fc.nat(5000)).map(([from, to]) => `bytes=${from}-${to}`),
  fc.constantFrom("bytes=-5", "bytes=9-", "bytes=-", "bytes=0-0,5-6"),
  value,
);

test("no request fails, leaks a reserved key, or differs between GET and HEAD", async () => {
  await fc.assert(
    fc.asyncProperty(target, fields, async (path, some) => {
      const request: RawRequest = { target: path, fields: some };
      const get = await sendRaw(edge.port, request);
      expect(KNOWN_STATUSES).toContain(get.status);
      for (const secret of LEDGER_VALUES) expect(get.body.includes(secret)).toBe(false);
      expect(get.field("Location") ?? "/").not.toMatch(/^[/\\]{2}/);
      expect(differences(get, await sendRaw(edge.port, { ...request, method: "HEAD" }))).toEqual([]);
    }),
    runs(300),
  );
});

test("no Range fails", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fields, range, async (path, some, Range) => {
      const { status } = await sendRaw(edge.port, { target: path, fields: { ...some, Range } });
      expect(KNOWN_STATUSES).toContain(status);
    }),
    runs(200),
  );
});

test("bytes that are no request are refused by the runtime, and the next request is answered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
      const answer = await exchange(edge.port, Buffer.concat([bytes, Buffer.from("\r\n\r\n")]));
      expect(answer.toString("latin1")).toMatch(/^(HTTP\/1\.1 [45]\d\d |$)/);
      expect((await sendRaw(edge.port, { target: "/rss.xml" })).status).toBe(200);
    }),
    runs(50),
  );
});
