import { describe, expect, test } from "vitest";
import { ARCHIVE_CHECKS } from "../../../src/doctor/checks/archive.ts";
import type { MetFeed } from "../../../src/doctor/visit/visit.ts";
import { archive, atom, FEED_URL, item, met, rss } from "../met.ts";
import { advice, found } from "./found.ts";

const FIRST = "https://quay.example/archive/1.xml";
const SECOND = "https://quay.example/archive/2.xml";
const of = (...ids: readonly (string | null)[]) => rss({ items: ids.map((id) => item({ id })) });

const ROWS: readonly {
  readonly name: string;
  readonly but: Partial<MetFeed>;
  readonly finds: readonly string[];
}[] = [
  { name: "no archive", but: {}, finds: [] },
  {
    name: "a chain that ends",
    but: { archives: [archive(SECOND, of("2")), archive(FIRST, of("1"))] },
    finds: [],
  },
  {
    name: "a document that is no feed",
    but: { archives: [archive(SECOND, of("2")), archive(FIRST, { reason: "it answers with 404" })] },
    finds: [`broken-archive: its archive ${FIRST} cannot be read: it answers with 404`],
  },
  {
    name: "a document of another format",
    but: { archives: [archive(FIRST, atom())] },
    finds: [`broken-archive: its archive ${FIRST} has another format`],
  },
  {
    name: "an archive behind something that is no feed, which has no format",
    but: { feed: { reason: "it is a web page" }, archives: [archive(FIRST, rss())] },
    finds: [],
  },
  {
    name: "a chain that comes back to the feed",
    but: { archives: [archive(FIRST, of("1")), archive(FEED_URL, of("2"))] },
    finds: [`archive-loop: its archive leads back to ${FEED_URL}`],
  },
  {
    name: "a chain that comes back to a document, whose items are no overlap",
    but: { archives: [archive(SECOND, of("2")), archive(FIRST, of("1")), archive(SECOND, of("2"))] },
    finds: [`archive-loop: its archive leads back to ${SECOND}`],
  },
  {
    name: "items in two documents",
    but: { archives: [archive(SECOND, of("3", "2", "1")), archive(FIRST, of("1", "0", "2"))] },
    finds: ["archive-overlap: 2 items are in more than one archive document"],
  },
  {
    name: "two documents that are no feeds, which have no items",
    but: {
      archives: [archive(SECOND, { reason: "it is empty" }), archive(FIRST, { reason: "it is empty" })],
    },
    finds: [SECOND, FIRST].map((url) => `broken-archive: its archive ${url} cannot be read: it is empty`),
  },
  {
    name: "items without ids, of which nobody can tell",
    but: { archives: [archive(SECOND, of(null)), archive(FIRST, of(null))] },
    finds: [],
  },
];

describe("the archive behind a feed (RFC 5005 §4)", () => {
  test.for(ROWS)("$name", ({ but, finds }) => {
    expect(found(ARCHIVE_CHECKS, met(but))).toEqual(finds);
  });

  test("is advised on", () => {
    expect(advice(ARCHIVE_CHECKS)).toEqual([
      expect.stringMatching(/^broken-archive \(error\): .*prev-archive or next_url/),
      expect.stringMatching(/^archive-loop \(error\): .*an older one, and the oldest none/),
      expect.stringMatching(/^archive-overlap \(warning\): .*one archive document only/),
    ]);
  });
});
