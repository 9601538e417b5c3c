import { describe, expect, test } from "vitest";
import { ABSENCE_CHECKS, TIMELINESS_CHECKS } from "../../../src/doctor/checks/timeliness.ts";
import { AT_MS, answered, FIELDS, met, unanswered, visit } from "../met.ts";
import { advice, found } from "./found.ts";

type Fields = Readonly<Record<string, string | undefined>>;

const MINUTE = 60_000;
const sent = (fields: Fields, status = 200) => answered({ status, headers: { ...FIELDS, ...fields } });
const dated = (aheadMs: number, fields: Fields = {}) => ({
  Date: new Date(AT_MS + aheadMs).toUTCString(),
  ...fields,
});

const FEEDS: readonly {
  readonly name: string;
  readonly fields: Fields;
  readonly finds?: readonly string[];
}[] = [
  { name: "a clock that is right", fields: {} },
  { name: "one that is ten seconds ahead", fields: dated(10_000) },
  {
    name: "one that is eleven seconds ahead",
    fields: dated(11_000),
    finds: ["clock: its clock is 11 seconds ahead"],
  },
  {
    name: "one that is two minutes behind",
    fields: dated(-2 * MINUTE),
    finds: ["clock: its clock is 2 minutes behind"],
  },
  { name: "an answer that was kept for two minutes", fields: dated(-2 * MINUTE, { Age: "120" }) },
  { name: "one that was kept as long, and dated anew", fields: { Age: "120" } },
  {
    name: "one that was kept, of a clock that is wrong",
    fields: dated(-2 * MINUTE, { Age: "60" }),
    finds: ["clock: its clock is 60 seconds behind"],
  },
  {
    name: "one that is as far off kept as dated anew, which then counts",
    fields: dated(-30_000, { Age: "60" }),
    finds: ["clock: its clock is 30 seconds behind"],
  },
  ...[undefined, "now"].map((date) => ({
    name: `the Date ${date} (RFC 9110 §6.6.1)`,
    fields: { Date: date },
    finds: ["clock: it has no Date that can be read"],
  })),
  {
    name: "an answer at the end of its life",
    fields: dated(-MINUTE, { Age: "60", "Cache-Control": "max-age=60" }),
  },
  {
    name: "one beyond it",
    fields: dated(-61_000, { Age: "61", "Cache-Control": "public, max-age=60" }),
    finds: ["stale-cache: a cache answers with what is 61 seconds old, though its life is 60 seconds"],
  },
  {
    name: "one beyond it that may be stale (RFC 5861 §3)",
    fields: dated(-61_000, { Age: "61", "Cache-Control": "max-age=60, stale-while-revalidate=30" }),
  },
  {
    name: "one beyond the life that shared caches have (RFC 9111 §5.2.2.10)",
    fields: dated(-61_000, { Age: "61", "Cache-Control": "max-age=900, s-maxage=30" }),
    finds: ["stale-cache: a cache answers with what is 61 seconds old, though its life is 30 seconds"],
  },
  {
    name: "an old one that has no life",
    fields: dated(-10 * MINUTE, { Age: "600", "Cache-Control": "public" }),
  },
  {
    name: "one beyond a life in capitals (RFC 9111 §5.2)",
    fields: dated(-61_000, { Age: "61", "Cache-Control": "Public, Max-Age=60" }),
    finds: ["stale-cache: a cache answers with what is 61 seconds old, though its life is 60 seconds"],
  },
  ...["old", "61s", "-61"].map((age) => ({
    name: `the Age ${age}, which is none`,
    fields: { Age: age, "Cache-Control": "max-age=60" },
  })),
];

describe("a feed comes in time, but for", () => {
  test.for(FEEDS)("$name", ({ fields, finds = [] }) => {
    expect(found(TIMELINESS_CHECKS, met({ plain: sent(fields) }))).toEqual(finds);
  });

  test("one that does not answer", () => {
    expect(found(TIMELINESS_CHECKS, met({ plain: unanswered("broken") }))).toEqual([
      "clock: it has no Date that can be read",
    ]);
  });
});

const ABSENT: readonly {
  readonly name: string;
  readonly absent: readonly [Fields, Fields];
  readonly finds?: readonly string[];
}[] = [
  { name: "no word of caches", absent: [{ "Cache-Control": undefined }, { "Cache-Control": undefined }] },
  { name: "a life of nothing", absent: [{ "Cache-Control": "max-age=0" }, { "Cache-Control": "max-age=0" }] },
  {
    name: "a life",
    absent: [{ "Cache-Control": "max-age=300" }, { "Cache-Control": "max-age=300", Age: "1" }],
    finds: ["cached-404: its answer 404 may be kept for 300 seconds"],
  },
  {
    name: "an age",
    absent: [{ "Cache-Control": "max-age=0" }, { "Cache-Control": "max-age=0", Age: "1" }],
    finds: ["cached-404: a cache keeps its answer 404: this one is 1 second old"],
  },
  {
    name: "a greater age",
    absent: [{ "Cache-Control": "max-age=0" }, { "Cache-Control": "max-age=0", Age: "2" }],
    finds: ["cached-404: a cache keeps its answer 404: this one is 2 seconds old"],
  },
];

describe("what is not there is answered with", () => {
  test.for(ABSENT)("$name", ({ absent, finds = [] }) => {
    const exchanges = absent.map((fields) => sent(fields, 404));
    expect(found(ABSENCE_CHECKS, visit({ absent: exchanges }))).toEqual(finds);
  });

  test("something else, which another check would be for", () => {
    const found200 = sent({ "Cache-Control": "max-age=300" });
    expect(found(ABSENCE_CHECKS, visit({ absent: [found200, unanswered("broken")] }))).toEqual([]);
  });
});

test("timeliness is advised on", () => {
  expect([...advice(TIMELINESS_CHECKS), ...advice(ABSENCE_CHECKS)]).toEqual([
    expect.stringMatching(/^clock \(warning\): .*send Date/),
    expect.stringMatching(/^stale-cache \(warning\): .*max-age/),
    expect.stringMatching(/^cached-404 \(warning\): .*max-age=0/),
  ]);
});
