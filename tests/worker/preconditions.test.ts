import { describe, expect, test } from "vitest";
import type { EntityTag } from "../../src/representation/entity-tag.ts";
import { strongEntityTag, weakEntityTag } from "../../src/representation/entity-tag.ts";
import { httpDate } from "../../src/representation/http-date.ts";
import { evaluatePreconditions } from "../../src/worker/preconditions.ts";

const EDITION = 1_782_900_000;
const NOW = EDITION + 1000;
const WEAK = { tag: weakEntityTag(EDITION, "0123456789abcdef", "fedcba"), lastModified: EDITION };
const STRONG = { tag: strongEntityTag("0123456789abcdef0123456789abcdef"), lastModified: EDITION };

function outcome(fields: Record<string, string>, validators = WEAK, now = NOW) {
  const answer = evaluatePreconditions(new Headers(fields), validators, now);
  return answer === validators ? "not modified" : answer;
}

const before = httpDate(EDITION - 1);
const same = httpDate(EDITION);
const after = httpDate(EDITION + 1);

describe("the order of RFC 9110 §13.2.2", () => {
  test.for([
    ["nothing is asked", {}, "proceed"],
    ["If-None-Match alone: the client has it", { "If-None-Match": WEAK.tag }, "not modified"],
    ["If-None-Match alone: it has another", { "If-None-Match": '"other"' }, "proceed"],
    [
      "If-None-Match wins over If-Modified-Since",
      { "If-None-Match": '"other"', "If-Modified-Since": after },
      "proceed",
    ],
    ["If-None-Match: * is any representation", { "If-None-Match": " * " }, "not modified"],
    [
      "If-Modified-Since: the same second is not later (§13.1.3)",
      { "If-Modified-Since": same },
      "not modified",
    ],
    ["If-Modified-Since: a second before", { "If-Modified-Since": before }, "proceed"],
    ["If-Modified-Since: no date at all is ignored", { "If-Modified-Since": "yesterday" }, "proceed"],
    ["If-Unmodified-Since: a second before fails (§13.1.4)", { "If-Unmodified-Since": before }, "failed"],
    ["If-Unmodified-Since: the same second holds", { "If-Unmodified-Since": same }, "proceed"],
    ["If-Unmodified-Since: no date at all is ignored", { "If-Unmodified-Since": "soon" }, "proceed"],
    ["If-Match comes before If-None-Match", { "If-Match": '"other"', "If-None-Match": WEAK.tag }, "failed"],
    ["If-Match wins over If-Unmodified-Since", { "If-Match": "*", "If-Unmodified-Since": before }, "proceed"],
    [
      "If-Match compares strongly, and a weak tag never matches (§13.1.1)",
      { "If-Match": WEAK.tag },
      "failed",
    ],
  ] as const)("%s", ([, fields, expected]) => {
    expect(outcome(fields)).toBe(expected);
  });

  test("If-Match holds for a strong tag, and not for its weak twin", () => {
    expect(outcome({ "If-Match": `"other", ${STRONG.tag}` }, STRONG)).toBe("proceed");
    expect(outcome({ "If-Match": `W/${STRONG.tag}` }, STRONG)).toBe("failed");
  });
});

test.for(["-gzip", "--gzip", ";br", "-zstd", "-deflate"])(
  "a tag with %s, which servers in front append, is ours",
  (suffix) => {
    const recoded = WEAK.tag.replace(/"$/, `${suffix}"`);
    expect(outcome({ "If-None-Match": recoded })).toBe("not modified");
  },
);

describe("a subscriber that has a newer edition than this location of KV", () => {
  const newer = EDITION + 500;
  const tag = weakEntityTag(newer, "ffffffffffffffff", "fedcba");

  test.for([
    ["keeps it while it is young", newer + 599],
    ["keeps it where this clock is a little behind", newer - 599],
  ] as const)("%s", ([, now]) => {
    expect(outcome({ "If-None-Match": tag }, WEAK, now)).toEqual({ tag, lastModified: newer });
  });

  test.for([
    ["is answered with ours once no location can lag so long", newer + 600],
    ["is not believed where it comes from the future", newer - 600],
  ] as const)("%s", ([, now]) => {
    expect(outcome({ "If-None-Match": tag }, WEAK, now)).toBe("proceed");
  });

  test("has the tag back without what a server in front appended", () => {
    const recoded = tag.replace(/"$/, '-gzip"') as EntityTag;
    expect(outcome({ "If-None-Match": recoded }, WEAK, newer)).toEqual({ tag, lastModified: newer });
  });
});
