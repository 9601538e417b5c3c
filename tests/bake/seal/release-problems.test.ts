import { describe, expect, test } from "vitest";
import type { LaterState } from "../../../src/bake/later-states.ts";
import { MOST_STATES } from "../../../src/bake/later-states.ts";
import { releaseProblems } from "../../../src/bake/release-problems.ts";
import type { Bound } from "../../../src/bake/within-bounds.ts";
import type { SealedChange } from "../../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import { changeBut, recordBut } from "../../ledger/records.ts";
import { pathOf, sourceAt } from "../../ledger/source-at.ts";
import { laterAt } from "./states-ahead.ts";

/** 2025-07-01T18:00:00Z */
const NOW = 1_751_392_800;
const AT = NOW + 3600;

/** What moves, by file and instant; what is sealed of it, and why no more is. */
interface Case {
  readonly waiting?: Readonly<Record<string, number>>;
  readonly leaving?: Readonly<Record<string, number>>;
  readonly later?: readonly LaterState[];
  readonly bound?: Bound | null;
  readonly before?: readonly SealedChange[];
  readonly known?: Parameters<typeof releaseProblems>[2];
}

function told({ waiting = {}, leaving = {}, later = [], bound = null, before, known = [] }: Case): string[] {
  const moving = (all: Readonly<Record<string, number>>) =>
    Object.entries(all).map(([path, until]) => ({ source: sourceAt({ path }), until }));
  const ledger = { ...EMPTY_LEDGER, ...(before && { sealed: before }) };
  const instants = [...Object.values(waiting), ...Object.values(leaving)].toSorted((a, b) => a - b);
  const bake = { waiting: moving(waiting), leaving: moving(leaving), instants, input: { now: NOW, ledger } };
  return releaseProblems(bake, { later, bound }, known).map(
    ({ file, line, severity, message }) => `${severity}: ${file}:${line} ${message}`,
  );
}

const article = (path: string, deleted: number | null = null) =>
  recordBut({ ordinal: 0, path: pathOf(path), deleted });

describe("of what is sealed is told", () => {
  test("when it is published by itself, which may be later than it says", () => {
    const later = laterAt(AT + 1, {}, { files: ["a.md"], change: changeBut({ at: AT + 1, named: AT }) });
    expect(told({ waiting: { "a.md": AT }, later: [later] })).toEqual([
      "notice: a.md:null is sealed, and is published by itself at 2025-07-01T19:00:01Z",
    ]);
  });

  test("nothing where it goes in time", () => {
    const change = changeBut({ at: AT, articles: [article("ad.md", AT)] });
    expect(
      told({ leaving: { "ad.md": AT }, later: [laterAt(AT, {}, { files: ["ad.md"], change })] }),
    ).toEqual([]);
  });

  test.for([
    { seconds: 600, isTold: false },
    { seconds: 599, isTold: true },
  ])("that it may be shown longer where it goes in $seconds seconds: $isTold", ({ seconds, isTold }) => {
    const at = NOW + seconds;
    const articles = [article("ad.md", at), article("other.md", at), article("new.md")];
    const later = laterAt(at, {}, { files: ["new.md", "ad.md"], change: changeBut({ at, articles }) });
    expect(told({ leaving: { "ad.md": at }, later: [later] })).toEqual(
      isTold
        ? [
            "warning: ad.md:null expires at 2025-07-01T18:09:59Z, less than ten minutes from now; it may be shown a few minutes longer in places",
          ]
        : [],
    );
  });

  test("what is wrong with it as it will be, where that was not told already", () => {
    const problem = (file: string, message: string) => ({
      file,
      line: 3,
      severity: "error" as const,
      message,
    });
    const problems = [problem("a.md", "is odd"), problem("a.md", "is known"), problem("b.md", "is odd")];
    const later = laterAt(AT, {}, { files: ["a.md"], problems });
    expect(told({ later: [later], known: [problem("a.md", "is known"), problem("b.md", "is odd")] })).toEqual(
      ["error: a.md:3 is odd"],
    );
  });
});

describe("of what is not sealed is told why, and what publishes it", () => {
  const waits = "is dated 2025-07-01T19:00:00Z, which is in the future, and is not sealed:";
  const late = laterAt(NOW + 60, {});

  test.for<{ name: string; bound: Bound; later: readonly LaterState[]; why: string }>([
    {
      name: "too many writes",
      bound: { kind: "writes", writes: 301 },
      later: [],
      why: "it takes 301 writes, and a publish spends 300 on what is ahead; bake again then",
    },
    {
      name: "too many bytes, where others come before it",
      bound: { kind: "size", key: "/rss.xml", sizeBytes: 1_750_000 },
      later: [late],
      why: "/rss.xml would hold 1.8 MB of what is ahead, and may hold 1.5 MB; a bake after 2025-07-01T18:01:00Z makes room",
    },
  ])("$name", ({ bound, later, why }) => {
    expect(told({ waiting: { "a.md": AT }, bound, later })).toEqual([`notice: a.md:null ${waits} ${why}`]);
    expect(told({ leaving: { "a.md": AT }, bound, later })).toEqual([
      `notice: a.md:null expires at 2025-07-01T19:00:00Z, which is not sealed: ${why}`,
    ]);
  });

  test("too many states, whatever else bounds those before it", () => {
    const row = Object.fromEntries(Array.from({ length: MOST_STATES + 1 }, (_, n) => [`n${n}.md`, AT + n]));
    const bound = { kind: "writes", writes: 301 } as const;
    const states = `a document holds ${MOST_STATES} states ahead; bake again then`;
    const messages = told({ waiting: row, bound });
    expect(messages.map((message) => message.endsWith(states))).toEqual([
      ...Array(MOST_STATES).fill(false),
      true,
    ]);
    expect(told({ waiting: { "a.md": AT } })).toEqual([`notice: a.md:null ${waits} ${states}`]);
  });
});

describe("of what was sealed and is not any more is told", () => {
  const sealedAt = (at: number) => changeBut({ at, articles: [article("a.md"), article("b.md")] });
  const warning = (file: string) =>
    `warning: ${file}:null was sealed for 2025-07-01T18:09:59Z, less than ten minutes from now; some readers may be shown the older version for a while`;

  test("that it may be shown, where that was to be within ten minutes", () => {
    expect(told({ before: [sealedAt(NOW + 599)] })).toEqual([warning("a.md"), warning("b.md")]);
    expect(told({ before: [sealedAt(NOW + 600)] })).toEqual([]);
  });

  test("nothing where it is sealed for the same instant again, but where it is for another", () => {
    const before = [sealedAt(NOW + 599)];
    expect(told({ before, later: [laterAt(NOW + 599, {})] })).toEqual([]);
    const moved = laterAt(NOW + 600, {}, { change: changeBut({ at: NOW + 600, named: NOW + 599 }) });
    expect(told({ before, later: [moved] })).toHaveLength(2);
    const renamed = laterAt(NOW + 599, {}, { change: changeBut({ at: NOW + 599, named: NOW + 598 }) });
    expect(told({ before, later: [renamed] })).toHaveLength(2);
  });
});
