import { describe, expect, test } from "vitest";
import { instantMs, isFeed } from "../../src/doctor/feeds/parsed-feed.ts";
import { AT_MS, rss } from "./met.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("a document that could be read is a feed, and one with a reason is none", () => {
  expect(isFeed(rss())).toBe(true);
  expect(isFeed({ reason: "it is a web page" })).toBe(false);
});

describe("an instant in RSS (RFC 822 §5)", () => {
  test.for([
    { text: "Tue, 01 Jul 2025 18:00:00 GMT", ms: AT_MS },
    { text: "01 Jul 2025 18:00:00 GMT", ms: AT_MS },
    { text: "1 Jul 2025 18:00:00 GMT", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 18:00 GMT", ms: AT_MS },
    { text: "Tue, 01 Jul 25 18:00:00 GMT", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 18:00:00 UT", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 18:00:00 Z", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 18:00:00 +0000", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 20:30:00 +0230", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 17:00:00 -0100", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 14:00:00 EDT", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 12:00:00 CST", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 11:00:00 MST", ms: AT_MS },
    { text: "Tue, 01 Jul 2025 11:00:00 PDT", ms: AT_MS },
  ])("may be written $text", ({ text, ms }) => {
    expect(instantMs("rss", text)).toBe(ms);
  });

  test.for([
    "",
    "2025-07-01T18:00:00Z",
    " Tue, 01 Jul 2025 18:00:00 GMT",
    "Tuesday, 01 Jul 2025 18:00:00 GMT",
    "tue, 01 Jul 2025 18:00:00 GMT",
    "Tue 01 Jul 2025 18:00:00 GMT",
    "Tue, 01 July 2025 18:00:00 GMT",
    "Tue, 01 jul 2025 18:00:00 GMT",
    "Tue, 001 Jul 2025 18:00:00 GMT",
    "Tue, 01 Jul 202 18:00:00 GMT",
    "Tue, 01 Jul 2025 8:00:00 GMT",
    "Tue, 01 Jul 2025 18:0:00 GMT",
    "Tue, 01 Jul 2025 18:00:0 GMT",
    "Tue, 01 Jul 2025 18:00:00",
    "Tue, 01 Jul 2025 18:00:00 CEST",
    "Tue, 01 Jul 2025 18:00:00 AST",
    "Tue, 01 Jul 2025 18:00:00 EXT",
    "Tue, 01 Jul 2025 18:00:00 +00:00",
    "Tue, 01 Jul 2025 18:00:00 +000",
    "on Tue, 01 Jul 2025 18:00:00 GMT",
    "Tue, 01 Jul 2025 18:00:00 GMT sharp",
    "Tue, 01 Jul 2025 18:00:00 GMT (noon)",
    "Tue, 01 Jul 2025 99:00:00 GMT",
    "Tue, 01 Xyz 2025 18:00:00 GMT",
  ])("may not be written “%s”", (text) => {
    expect(instantMs("rss", text)).toBeNull();
  });
});

describe.for(["atom", "json"] as const)("an instant in %s (RFC 3339 §5.6)", (format) => {
  test.for([
    { text: "2025-07-01T18:00:00Z", ms: AT_MS },
    { text: "2025-07-01t18:00:00z", ms: AT_MS },
    { text: "2025-07-01T18:00:00.5Z", ms: AT_MS + 500 },
    { text: "2025-07-01T18:00:00.123Z", ms: AT_MS + 123 },
    { text: "2025-07-01T18:00:00+02:30", ms: AT_MS - 2 * HOUR - 30 * MINUTE },
    { text: "2025-07-01T18:00:00-01:00", ms: AT_MS + HOUR },
  ])("may be written $text", ({ text, ms }) => {
    expect(instantMs(format, text)).toBe(ms);
  });

  test.for([
    "",
    "Tue, 01 Jul 2025 18:00:00 GMT",
    " 2025-07-01T18:00:00Z",
    "2025-07-01",
    "2025-07-01 18:00:00Z",
    "2025-07-01T18:00Z",
    "2025-07-01T18:00:00",
    "2025-07-01T18:00:00.Z",
    "2025-07-01T18:00:00+0200",
    "2025-07-01T18:00:00+2:00",
    "2025-07-01T18:00:00+02:0",
    "25-07-01T18:00:00Z",
    "2025-7-01T18:00:00Z",
    "2025-07-1T18:00:00Z",
    "2025-07-01T8:00:00Z",
    "2025-07-01T18:0:00Z",
    "2025-07-01T18:00:0Z",
    "+002025-07-01T18:00:00Z",
    "2025-07-01T18:00:00Z sharp",
    "2025-07-01T18:00:00ZZ",
    "2025-13-01T18:00:00Z",
  ])("may not be written “%s”", (text) => {
    expect(instantMs(format, text)).toBeNull();
  });
});
