import { describe, expect, test } from "vitest";
import { VALIDATOR_CHECKS } from "../../../src/doctor/checks/validators.ts";
import type { Exchange } from "../../../src/doctor/visit/exchange.ts";
import type { MetFeed } from "../../../src/doctor/visit/visit.ts";
import { answered, FIELDS, met, unanswered } from "../met.ts";
import { advice, found } from "./found.ts";

type Fields = Readonly<Record<string, string | undefined>>;

const sent = (fields: Fields, status = 200): Exchange =>
  answered({ status, headers: { ...FIELDS, ...fields } });
const notModified = (fields: Fields = {}) => sent(fields, 304);

/** A feed whose answers all have the same fields. */
const alike = (fields: Fields): Partial<MetFeed> => ({
  plain: sent(fields),
  coded: sent(fields),
  head: sent(fields),
  byTag: notModified(fields),
  byRecodedTag: notModified(fields),
  byDate: notModified(fields),
});

const ROWS: readonly {
  readonly name: string;
  readonly but?: Partial<MetFeed>;
  readonly finds?: readonly string[];
}[] = [
  { name: "a feed with both validators, which all answers keep to" },

  {
    name: "neither validator",
    but: {
      ...alike({ ETag: undefined, "Last-Modified": undefined }),
      byTag: null,
      byRecodedTag: null,
      byDate: null,
    },
    finds: ["no-validators: it has neither ETag nor Last-Modified, so every poll costs the whole feed"],
  },
  { name: "a tag and no date", but: { ...alike({ "Last-Modified": undefined }), byDate: null } },
  { name: "a date and no tag", but: { ...alike({ ETag: undefined }), byTag: null, byRecodedTag: null } },

  ...['"abc"', 'W/"abc"', '""', '"!#~"', '"\u0080ÿ"'].map((tag) => ({
    name: `the tag ${tag} (RFC 9110 §8.8.3)`,
    but: alike({ ETag: tag }),
  })),
  ...["abc", '"abc', 'abc"', 'w/"abc"', 'W"abc"', 'xW/"abc"', '"abc"x', '"a b"', '"a"b"', '"\u007f"'].map(
    (tag) => ({
      name: `the tag ${tag}, which is none (RFC 9110 §8.8.3)`,
      but: alike({ ETag: tag }),
      finds: [`bad-etag: its ETag ${tag} is not an entity tag`],
    }),
  ),

  {
    name: "a Last-Modified that is not an HTTP-date (RFC 9110 §5.6.7)",
    but: alike({ "Last-Modified": "2025-07-01T17:00:00Z" }),
    finds: ["bad-last-modified: its Last-Modified 2025-07-01T17:00:00Z is not an HTTP-date"],
  },
  {
    name: "a Last-Modified of the same second as Date",
    but: alike({ "Last-Modified": "Tue, 01 Jul 2025 18:00:00 GMT" }),
  },
  {
    name: "a Last-Modified a second after Date (RFC 9110 §8.8.2.1)",
    but: alike({ "Last-Modified": "Tue, 01 Jul 2025 18:00:01 GMT" }),
    finds: [
      "bad-last-modified: its Last-Modified Tue, 01 Jul 2025 18:00:01 GMT is later than the answer's Date",
    ],
  },
  {
    name: "a Last-Modified before a Date that is ahead of our clock",
    but: alike({ "Last-Modified": "Tue, 01 Jul 2025 18:00:01 GMT", Date: "Tue, 01 Jul 2025 18:00:02 GMT" }),
  },
  {
    name: "a Last-Modified that is not ahead of our clock, without Date",
    but: alike({ "Last-Modified": "Tue, 01 Jul 2025 18:00:00 GMT", Date: undefined }),
  },
  {
    name: "a Last-Modified ahead of our clock, without Date",
    but: alike({ "Last-Modified": "Tue, 01 Jul 2025 18:00:01 GMT", Date: undefined }),
    finds: [
      "bad-last-modified: its Last-Modified Tue, 01 Jul 2025 18:00:01 GMT is later than the answer's Date",
    ],
  },

  {
    name: "another tag for HEAD",
    but: { head: sent({ ETag: '"2"' }) },
    finds: ['changing-etag: its ETag differs from one request to the next (W/"1", "2")'],
  },
  {
    name: "another tag in the answer for a date",
    but: { byDate: notModified({ ETag: 'W/"2"' }) },
    finds: ['changing-etag: its ETag differs from one request to the next (W/"1", W/"2")'],
  },
  { name: "a tag that is only weaker elsewhere", but: { head: sent({ ETag: '"1"' }) } },
  ...['"1-gzip"', '"1-br"', 'W/"1-zstd"', '"1;deflate"'].map((tag) => ({
    name: `${tag} beside W/"1": a coding's suffix is no other tag`,
    but: { head: sent({ ETag: tag }) },
  })),
  ...['"1-"', '"1gzip"', '"1-gzip-2"', '"W/1"'].map((tag) => ({
    name: `${tag} beside W/"1": that is no coding's suffix`,
    but: { head: sent({ ETag: tag }) },
    finds: [`changing-etag: its ETag differs from one request to the next (W/"1", ${tag})`],
  })),
  {
    name: "a suffix that is not at the tag's end",
    but: { ...alike({ ETag: '"1-gzip"x"' }), head: sent({ ETag: '"1"x"' }) },
    finds: [
      'bad-etag: its ETag "1-gzip"x" is not an entity tag',
      'changing-etag: its ETag differs from one request to the next ("1-gzip"x", "1"x")',
    ],
  },
  { name: "a HEAD without a tag", but: { head: sent({ ETag: undefined }) } },

  {
    name: "the whole feed for its own tag (RFC 9110 §13.1.2)",
    but: { byTag: sent({}) },
    finds: [
      "ignores-if-none-match: a request that sends If-None-Match with its own tag is answered with 200, not with 304",
    ],
  },
  {
    name: "no answer for its own tag",
    but: { byTag: unanswered("broken") },
    finds: [
      "ignores-if-none-match: a request that sends If-None-Match with its own tag is answered not, not with 304",
    ],
  },
  {
    name: "the whole feed for a tag that a proxy changed",
    but: { byRecodedTag: sent({}) },
    finds: [
      'ignores-recoded-tag: a request that sends its tag with the suffix "-gzip" is answered with 200, not with 304',
    ],
  },
  {
    name: "the whole feed for either tag, which is told once",
    but: { byTag: sent({}), byRecodedTag: sent({}) },
    finds: [
      "ignores-if-none-match: a request that sends If-None-Match with its own tag is answered with 200, not with 304",
    ],
  },
  {
    name: "the whole feed for its own date (RFC 9110 §13.1.3)",
    but: { byDate: sent({}) },
    finds: [
      "ignores-if-modified-since: a request that sends If-Modified-Since with its own date is answered with 200, not with 304",
    ],
  },

  ...["ETag", "Cache-Control", "Vary"].map((name) => ({
    name: `a 304 that lacks ${name} alone (RFC 9110 §15.4.5)`,
    but: { byTag: notModified({ [name]: undefined }) },
    finds: [`bare-304: its 304 lacks ${name}`],
  })),
  {
    name: "a 304 that lacks several fields",
    but: { byTag: answered({ status: 304 }) },
    finds: ["bare-304: its 304 lacks ETag and Cache-Control and Vary"],
  },
  {
    name: "a 304 that lacks what the feed has not either",
    but: { plain: sent({ Vary: undefined }), byTag: notModified({ Vary: undefined }) },
  },
  {
    name: "another answer than 304, whose fields are no matter of a 304",
    but: { byTag: answered({ status: 412 }) },
    finds: [
      "ignores-if-none-match: a request that sends If-None-Match with its own tag is answered with 412, not with 304",
    ],
  },

  {
    name: "no answer to HEAD",
    but: { head: unanswered("broken") },
    finds: ["head-differs: HEAD is not answered"],
  },
  {
    name: "another answer to HEAD (RFC 9110 §9.3.2)",
    but: { head: sent({ "Content-Type": "text/plain" }, 405) },
    finds: ["head-differs: HEAD is answered with 405"],
  },
  ...["Content-Type", "Last-Modified"].map((name) => ({
    name: `a HEAD without ${name} (RFC 9110 §9.3.2)`,
    but: { head: sent({ [name]: undefined }) },
    finds: [`head-differs: HEAD sends a different ${name} from GET`],
  })),
  {
    name: "a HEAD with another type and another date",
    but: { head: sent({ "Content-Type": "text/xml", "Last-Modified": undefined }) },
    finds: ["head-differs: HEAD sends a different Content-Type and Last-Modified from GET"],
  },
];

describe("validators", () => {
  test.for(ROWS)("$name", ({ but, finds = [] }) => {
    expect(found(VALIDATOR_CHECKS, met(but))).toEqual(finds);
  });

  test("of a feed that does not answer at all are missing, and HEAD is held against that", () => {
    const nothing = unanswered("broken");
    const asked = { plain: nothing, head: sent({}), byTag: null, byRecodedTag: null, byDate: null };
    expect(found(VALIDATOR_CHECKS, met(asked))).toEqual([
      "no-validators: it has neither ETag nor Last-Modified, so every poll costs the whole feed",
      "head-differs: HEAD is answered with 200",
    ]);
  });

  test("are advised on", () => {
    expect(advice(VALIDATOR_CHECKS)).toEqual([
      expect.stringMatching(/^no-validators \(warning\): .*ETag and Last-Modified/),
      expect.stringMatching(/^bad-etag \(error\): .*quotes.*RFC 9110 §8\.8\.3/),
      expect.stringMatching(/^bad-last-modified \(error\): .*Tue, 01 Jul 2025 18:00:00 GMT/),
      expect.stringMatching(/^changing-etag \(warning\): .*only when the feed changes/),
      expect.stringMatching(/^ignores-if-none-match \(warning\): .*304/),
      expect.stringMatching(/^ignores-recoded-tag \(warning\): .*suffix/),
      expect.stringMatching(/^ignores-if-modified-since \(warning\): .*304/),
      expect.stringMatching(/^bare-304 \(warning\): .*ETag, Cache-Control and Vary/),
      expect.stringMatching(/^head-differs \(warning\): .*without the body/),
    ]);
  });
});
