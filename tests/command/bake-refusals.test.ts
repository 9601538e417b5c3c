import { describe, expect, test } from "vitest";
import type { Problem, Severity } from "../../src/article/problem.ts";
import { refuseErrors, refuseHarm } from "../../src/command/bake-refusals.ts";
import { Refusal } from "../../src/command/refusal.ts";
import { ledgerBut, records } from "../ledger/records.ts";

const problem = (severity: Severity, file = "tide.md"): Problem => ({ file, line: 1, severity, message: "" });

/** What is refused, in words; null where nothing is. */
function refusal(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (cause) {
    if (cause instanceof Refusal) return cause.message;
    throw cause;
  }
}

const MEND_SITE = "fix site.toml first: its errors affect every article";
const MEND_ONE = "fix the 1 error above, or leave those articles out with --skip-invalid";
const MEND_TWO = "fix the 2 errors above, or leave those articles out with --skip-invalid";

describe("problems", () => {
  test.for([
    { name: "none", problems: [], says: null, skipping: null },
    {
      name: "warnings and notices",
      problems: [problem("warning"), problem("notice"), problem("warning", "site.toml")],
      says: null,
      skipping: null,
    },
    {
      name: "one error beside a warning",
      problems: [problem("warning"), problem("error")],
      says: MEND_ONE,
      skipping: null,
    },
    { name: "two errors", problems: [problem("error"), problem("error")], says: MEND_TWO, skipping: null },
    {
      name: "an error in site.toml, which --skip-invalid cannot leave out",
      problems: [problem("error"), problem("error", "site.toml")],
      says: MEND_SITE,
      skipping: MEND_SITE,
    },
  ])("$name: $says; with --skip-invalid: $skipping", ({ problems, says, skipping }) => {
    expect(refusal(() => refuseErrors(problems, {}))).toBe(says);
    expect(refusal(() => refuseErrors(problems, { skipInvalid: true }))).toBe(skipping);
  });
});

const EMPTY = "the folder has no articles to publish; name another with --content, or pass --allow-empty";
const LOST = "5 of 10 articles would disappear; pass --allow-deletions if that is intended";

describe("a publish that takes articles away", () => {
  const before = ledgerBut({ articles: records(10) });
  const without = (lost: number) =>
    ledgerBut({
      articles: records(
        10,
        Object.fromEntries(Array.from({ length: lost }, (_, n) => [n, { deleted: 2000 }])),
      ),
    });

  test.for([
    { name: "none", lost: 0, flags: {}, says: null },
    { name: "few", lost: 4, flags: {}, says: null },
    { name: "many", lost: 5, flags: {}, says: LOST },
    { name: "many, which is meant", lost: 5, flags: { allowDeletions: true }, says: null },
    { name: "many, where only emptiness is meant", lost: 5, flags: { allowEmpty: true }, says: LOST },
    { name: "all", lost: 10, flags: {}, says: EMPTY },
    { name: "all, which is meant", lost: 10, flags: { allowEmpty: true }, says: null },
    { name: "all, where only deletions are meant", lost: 10, flags: { allowDeletions: true }, says: EMPTY },
  ])("$name: $says", ({ lost, flags, says }) => {
    expect(refusal(() => refuseHarm(before, without(lost), flags))).toBe(says);
  });
});
