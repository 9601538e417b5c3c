import { describe, expect, test } from "vitest";
import { enclosures } from "../../src/source/values/enclosure-values.ts";

/** An enclosure of which nothing but its target is said. */
const PLAIN = { line: null, sizeBytes: null, type: null, durationSeconds: null };
const ELSEWHERE = { url: "https://quay.example/a.mp3", length: 7, type: "audio/mpeg" };

describe("enclosures", () => {
  test.for<{ rule: string; value: unknown; found: unknown }>([
    { rule: "a path", value: "a.mp3", found: [{ ...PLAIN, target: "a.mp3" }] },
    {
      rule: "a list",
      value: ["a.mp3", { src: "b.mp3" }],
      found: [
        { ...PLAIN, target: "a.mp3" },
        { ...PLAIN, target: "b.mp3" },
      ],
    },
    { rule: "a table with a file", value: { file: "a.mp3" }, found: [{ ...PLAIN, target: "a.mp3" }] },
    { rule: "a table with a path", value: { path: "a.mp3" }, found: [{ ...PLAIN, target: "a.mp3" }] },
    {
      rule: "a size",
      value: { url: "a.mp3", size: 7 },
      found: [{ ...PLAIN, target: "a.mp3", sizeBytes: 7 }],
    },
    {
      rule: "bytes",
      value: { url: "a.mp3", bytes: 1 },
      found: [{ ...PLAIN, target: "a.mp3", sizeBytes: 1 }],
    },
    {
      rule: "a type in capitals",
      value: { url: "a.bin", type: "Audio/X-M4A.b+c" },
      found: [{ ...PLAIN, target: "a.bin", type: "audio/x-m4a.b+c" }],
    },
    {
      rule: "one elsewhere, with length and type",
      value: ELSEWHERE,
      found: [{ ...PLAIN, target: ELSEWHERE.url, sizeBytes: 7, type: "audio/mpeg" }],
    },
    {
      rule: "one elsewhere whose name tells its type, with a length in quotation marks",
      value: { url: "https://quay.example/a.mp3?x", length: "7" },
      found: [{ ...PLAIN, target: "https://quay.example/a.mp3?x", sizeBytes: 7, type: "audio/mpeg" }],
    },
    {
      rule: "a colon behind a slash is no scheme",
      value: "a/b:c.mp3",
      found: [{ ...PLAIN, target: "a/b:c.mp3" }],
    },
  ])("reads $rule", ({ value, found }) => expect(enclosures(value)).toEqual(found));

  test.for<{ rule: string; value: unknown }>([
    { rule: "a number", value: 7 },
    { rule: "a table without a target", value: { length: 7 } },
    { rule: "one of a list that is none", value: ["a.mp3", 7] },
    { rule: "a length in words", value: { url: "a.mp3", length: "7 MB" } },
    { rule: "a length of nothing", value: { url: "a.mp3", length: 0 } },
    { rule: "a length that is no whole number", value: { url: "a.mp3", length: 1.5 } },
    { rule: "a type without a slash", value: { url: "a.mp3", type: "mp3" } },
    { rule: "a type with something in front", value: { url: "a.mp3", type: "an audio/mpeg" } },
    { rule: "a type with something behind", value: { url: "a.mp3", type: "audio/mpeg; a" } },
    {
      rule: "one elsewhere that is no URL of the web",
      value: { ...ELSEWHERE, url: "ftp://quay.example/a.mp3" },
    },
    { rule: "a scheme with signs in it", value: "a1+-.b://quay.example/a.mp3" },
    { rule: "one on a host alone", value: { ...ELSEWHERE, url: "//quay.example/a.mp3" } },
  ])("refuses $rule", ({ value }) => expect(enclosures(value)).toBeNull());

  test.for<{ rule: string; value: unknown; found: object }>([
    {
      rule: "a length",
      value: { ...ELSEWHERE, length: undefined },
      found: { sizeBytes: null },
    },
    {
      rule: "a type, which its name does not tell",
      value: { ...ELSEWHERE, url: "https://quay.example/a.constructor", type: undefined },
      found: { type: null },
    },
    {
      rule: "both, in capitals",
      value: "HTTPS://quay.example/a.mp3",
      found: { sizeBytes: null, type: "audio/mpeg" },
    },
  ])("takes one elsewhere without $rule: its server may tell it", ({ value, found }) => {
    expect(enclosures(value)).toMatchObject([found]);
  });

  test.for<{ duration: unknown; seconds: number | null }>([
    { duration: 62.5, seconds: 63 },
    { duration: 0, seconds: 0 },
    { duration: "62", seconds: 62 },
    { duration: "61.25", seconds: 61 },
    { duration: "62:03", seconds: 3723 },
    { duration: "1:02:03", seconds: 3723 },
    { duration: " 1:2:3 ", seconds: 3723 },
  ])("a duration of $duration has $seconds seconds", ({ duration, seconds }) => {
    expect(enclosures({ url: "a.mp3", duration })).toEqual([
      { ...PLAIN, target: "a.mp3", durationSeconds: seconds },
    ]);
  });

  test.for([-1, Infinity, NaN, true, "1:60", "1:02:03:04", "an hour", "1:", "in 1:02", "1:02 h", null])(
    "refuses a duration of %s",
    (duration) => expect(enclosures({ url: "a.mp3", duration })).toBeNull(),
  );
});

test.for([
  { ext: "mp3", type: "audio/mpeg" },
  { ext: "m4a", type: "audio/mp4" },
  { ext: "ogg", type: "audio/ogg" },
  { ext: "opus", type: "audio/ogg" },
  { ext: "wav", type: "audio/wav" },
  { ext: "FLAC", type: "audio/flac" },
  { ext: "mp4", type: "video/mp4" },
  { ext: "m4v", type: "video/mp4" },
  { ext: "mov", type: "video/quicktime" },
  { ext: "webm", type: "video/webm" },
  { ext: "pdf", type: "application/pdf" },
  { ext: "epub?v=1", type: "application/epub+zip" },
])("a file elsewhere that ends in .$ext is of type $type", ({ ext, type }) => {
  for (const scheme of ["http", "https"]) {
    expect(enclosures({ url: `${scheme}://cdn.example/a.${ext}`, length: " 12 " })).toMatchObject([
      { sizeBytes: 12, type },
    ]);
  }
});

test.for(["12 bytes", "about 12", "0", ""])("a length is a number alone: “%s”", (length) => {
  expect(enclosures({ url: "https://cdn.example/a.mp3", length })).toBeNull();
});

test("the type of a file in the folder is not guessed from a link in its name", () => {
  expect(enclosures({ url: "a/https://cdn.example/a.mp3", length: 12 })).toMatchObject([{ type: null }]);
});
