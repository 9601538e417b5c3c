import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Problem, Severity } from "../../../src/article/problem.ts";
import type { Site } from "../../../src/article/site.ts";
import {
  bakeInstant,
  refuseErrors,
  refuseHarm,
  refuseOtherSite,
  refuseSameSite,
} from "../../../src/command/bake/bake-refusals.ts";
import { Refusal } from "../../../src/command/reports/refusal.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import { siteWith } from "../../bake/small-site.ts";
import { ledgerBut, records } from "../../ledger/records.ts";

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
const LOST =
  "5 of 10 articles would disappear within a day; pass --allow-deletions if that is intended, or name the right folder with --content";

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

describe("a store that holds another site", () => {
  const before = ledgerBut({ articles: records(3) });
  const next = ledgerBut({
    articles: records(4, { 0: { deleted: 2000 }, 1: { deleted: 2000 }, 2: { deleted: 2000 } }),
  });
  const refused = (settings: Pick<Site, "authority" | "homeHost">) =>
    refusal(() =>
      refuseOtherSite(
        {
          before,
          next,
          input: { site: { ...siteWith(), title: "The Harbour", ...settings } },
          opened: { place: { name: "the store state", flag: " with --persist-to" } },
        },
        { content: "mine" },
      ),
    );
  const WAY_OUT =
    "name another folder with --content or another store with --persist-to, or pass --replace-site to put this site in its place";

  test("is not written over: both are named, and the ways out", () => {
    expect(refused({ authority: null, homeHost: null })).toBe(
      `the store state holds the site of quay.example,2025, and nothing in mine says that it is that site: its site.toml names neither url nor authority, or is missing; write authority = "quay.example,2025" there if they are one site, else ${WAY_OUT}`,
    );
    expect(refused({ authority: null, homeHost: "harbour.example" })).toBe(
      `the store state holds another site, that of quay.example,2025: none of its 3 articles are in mine, which is the site "The Harbour"; ${WAY_OUT}`,
    );
    expect(refused({ authority: "harbour.example,2026", homeHost: null })).toBe(
      `the store state holds the site of quay.example,2025, and mine is that of harbour.example,2026, as its site.toml says; an authority never changes: write authority = "quay.example,2025" if they are one site, else ${WAY_OUT}`,
    );
  });

  const told = (
    of: number,
    deleted: readonly number[],
    idHost: string | null = null,
    authority: string | null = null,
  ) =>
    refusal(() =>
      refuseOtherSite(
        {
          before: ledgerBut({ articles: records(of) }),
          next: ledgerBut({
            articles: records(of, Object.fromEntries(deleted.map((ordinal) => [ordinal, { deleted: 2000 }]))),
          }),
          input: {
            site: {
              ...siteWith(),
              title: "The Harbour",
              authority,
              homeHost: idHost === null ? "harbour.example" : null,
            },
            ...(idHost !== null && { idHost }),
          },
          opened: { place: { name: "the store", flag: "" } },
        },
        { content: "mine" },
      ),
    );

  test("tells how many of its articles are found again", () => {
    expect(told(3, [0, 2])).toContain("1 of its 3 articles is in mine");
    expect(told(5, [0, 2, 4])).toContain("2 of its 5 articles are in mine");
  });

  test("is another one where it is served at the same host, and its articles are gone", () => {
    expect(told(7, [0, 1, 2, 3, 4], "quay.example")).toContain("the store holds another site, that of");
  });

  test("is none of an emptied folder's business, which is told as such; of another authority it is", () => {
    expect(told(3, [0, 1, 2])).toBeNull();
    expect(told(3, [0, 1, 2], null, "harbour.example,2026")).toContain("an authority never changes");
  });

  test("that is this very site is not replaced by itself", () => {
    const replacing = (authority: string | null) => refusal(() => refuseSameSite(before, { authority }));
    expect(replacing("quay.example,2025")).toBe(
      "the store holds this very site, quay.example,2025, whose ids and dates would be forgotten; leave --replace-site out",
    );
    expect(replacing("harbour.example,2025")).toBeNull();
    expect(refusal(() => refuseSameSite(EMPTY_LEDGER, { authority: null }))).toBeNull();
  });

  test("that is the same one is no other", () => {
    expect(refused({ authority: "quay.example,2025", homeHost: null })).toBeNull();
  });
});

describe("the moment of a bake", () => {
  const clock = () => Math.floor(Date.now() / 1000);

  test("is the clock's, or the one that is given", () => {
    expect(Math.abs(bakeInstant({}) - clock())).toBeLessThan(60);
    expect(bakeInstant({ now: 1_751_392_800 })).toBe(1_751_392_800);
    const soon = clock() + 80_000;
    expect(bakeInstant({ now: soon })).toBe(soon);
  });

  test("a day ahead of the clock to the second is taken", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_751_392_800_000 });
    onTestFinished(() => void vi.useRealTimers());
    const now = 1_751_392_800 + 86_400;
    expect(bakeInstant({ now })).toBe(now);
    expect(refusal(() => bakeInstant({ now: now + 1 }))).toContain("is more than a day ahead of the clock");
  });

  test("more than a day ahead of the clock must be meant, or try out only", () => {
    const now = clock() + 100_000;
    expect(refusal(() => bakeInstant({ now }))).toMatch(
      /^--now \S+Z is more than a day ahead of the clock, and nothing could be published before then; pass --future if that is intended$/,
    );
    expect(bakeInstant({ now, future: true })).toBe(now);
    expect(bakeInstant({ now, dryRun: true })).toBe(now);
  });
});
