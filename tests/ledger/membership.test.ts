import { describe, expect, test } from "vitest";
import { channelWindows } from "../../src/ledger/channel-windows.ts";
import type { ArticleRecord, Membership } from "../../src/ledger/ledger.ts";
import { joinChannels, membershipsOf } from "../../src/ledger/membership.ts";
import { recordBut, records } from "./records.ts";

const SEA = 0;
const LAND = 1;
const EDITION = 2000;

function join(
  before: readonly ArticleRecord[],
  now: readonly ArticleRecord[],
  channels: Readonly<Record<number, readonly number[]>>,
): readonly ArticleRecord[] {
  const channelsOf = (ordinal: number) => channels[ordinal] ?? [];
  return joinChannels({ before, records: now, channelsOf, edition: EDITION });
}

const joined = (...all: readonly (readonly Membership[] | undefined)[]) =>
  all.map((one, ordinal) => recordBut({ ordinal, ...(one && { joined: one }) }));

test("the channels of an article are those that its page tells of, then those that are implied", () => {
  const record = recordBut({ ordinal: 0 });
  expect(membershipsOf(record)).toEqual([]);
  expect(membershipsOf({ ...record, joined: [LAND] })).toEqual([LAND]);
  expect(membershipsOf({ ...record, implied: [SEA] })).toEqual([SEA]);
  expect(membershipsOf({ ...record, joined: [LAND], implied: [SEA] })).toEqual([LAND, SEA]);
});

describe("an article joins a channel", () => {
  test("with the number that it has in the site, when both are new", () => {
    expect(join([], records(2), { 0: [SEA], 1: [SEA, LAND] }).map(({ joined }) => joined)).toEqual([
      [SEA],
      [SEA, LAND],
    ]);
  });

  test("behind all that are in it, with the count and the edition of that moment, when it was published before", () => {
    const before = joined([SEA], [LAND], [SEA]);
    const after = join(before, before, { 0: [SEA], 1: [LAND, SEA], 2: [SEA] });
    expect(after[1]).toMatchObject({ joined: [LAND, [SEA, 3, EDITION]], edition: EDITION });
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  });

  test("with the number that it has in the site, when it is new and others are in the channel", () => {
    const before = joined([SEA]);
    expect(join(before, [...before, recordBut({ ordinal: 1 })], { 0: [SEA], 1: [SEA] })[1]?.joined).toEqual([
      SEA,
    ]);
  });

  test("never once it is gone", () => {
    const gone = records(1, { 0: { deleted: EDITION } });
    expect(join([], gone, { 0: [SEA] })).toBe(gone);
  });

  test("for good: leaving, deletion and coming back change nothing", () => {
    const before = joined([SEA], [SEA]);
    expect(join(before, before, { 0: [], 1: [SEA] })).toBe(before);
    expect(join(before, before, { 0: [SEA], 1: [SEA] })).toBe(before);
    const gone = [recordBut({ ordinal: 0, joined: [SEA], deleted: EDITION }), ...before.slice(1)];
    expect(join(before, gone, { 1: [SEA] })).toBe(gone);
  });

  test("without a word beside its page where that stood before the channel was numbered", () => {
    const before = records(2);
    const after = join(before, before, { 0: [SEA], 1: [SEA] });
    expect(after.map(({ implied, joined, edition }) => ({ implied, joined, edition }))).toEqual([
      { implied: [SEA], edition: 1000 },
      { implied: [SEA], edition: 1000 },
    ]);
    expect(join(after, after, { 0: [SEA], 1: [SEA] })).toBe(after);
    const edited = [recordBut({ ...after[0], ordinal: 0, digest: "edited" }), ...after.slice(1)];
    expect(join(after, edited, { 0: [SEA], 1: [SEA] })[0]).toMatchObject({ joined: [SEA] });
    const gone = [recordBut({ ...after[0], ordinal: 0, deleted: EDITION }), ...after.slice(1)];
    expect(membershipsOf(join(after, gone, { 1: [SEA] })[0] ?? recordBut({ ordinal: 0 }))).toEqual([SEA]);
  });
});

describe("the windows of a channel", () => {
  const sea = { kind: "section", name: "sea", slug: "sea" } as const;
  const windowsOf = (
    all: readonly ArticleRecord[],
    { gap = 0, isIn = () => true }: { gap?: number; isIn?: (ordinal: number) => boolean } = {},
  ) => channelWindows([{ ...sea, ...(gap && { gap }) }], all, 2, isIn).get(SEA);

  test("hold its articles in the order in which they joined, whatever was published in between", () => {
    const all = joined([[SEA, 4, 1500]], [SEA], [SEA], [[SEA, 4, 1400]], [SEA], [SEA]);
    const windows = windowsOf(all);
    expect(windows?.archives.map(({ articles }) => articles)).toEqual([
      [1, 2],
      [3, 0],
    ]);
    expect(windows?.subscription).toEqual([4, 5]);
  });

  test("keep the places of those that left and of those that are gone", () => {
    const all = joined([SEA], [SEA], [SEA], [SEA], [SEA]);
    const { archives, subscription } = windowsOf(all, { isIn: (ordinal) => ordinal !== 1 }) ?? {};
    expect(archives?.map(({ articles }) => articles)).toEqual([[0]]);
    expect(subscription).toEqual([2, 3, 4]);
    const gone = all.map((record) => (record.ordinal === 3 ? { ...record, deleted: EDITION } : record));
    expect(windowsOf(gone)?.subscription).toEqual([2, 4]);
  });

  test("hold those that joined in one edition in the order in which they were first published", () => {
    const all = joined([[SEA, 4, 1500]], [[SEA, 4, 1400]], [[SEA, 4, 1500]], [[SEA, 4, 1400]], [SEA]);
    expect(windowsOf(all)?.archives.map(({ articles }) => articles)).toEqual([[1, 3]]);
    expect(windowsOf(all)?.subscription).toEqual([0, 2, 4]);
  });

  test("are there for a channel of which no document tells any more", () => {
    const windows = channelWindows([], joined([SEA]), 2, () => true).get(SEA);
    expect(windows?.subscription).toEqual([0]);
  });

  test("begin with places that nobody has, in a channel that stood before", () => {
    const all = joined([SEA], [SEA], [SEA]);
    const windows = windowsOf(all, { gap: 1 });
    expect(windows?.archives.map(({ articles }) => articles)).toEqual([[0]]);
    expect(windows?.subscription).toEqual([1, 2]);
  });

  test("bring a corrected article back until as many newer ones have joined", () => {
    const corrected = (count: number) =>
      joined(...Array.from({ length: count }, () => [SEA])).map((record) =>
        record.ordinal === 0 ? { ...record, correction: { note: "note", before: 4 } } : record,
      );
    expect(windowsOf(corrected(5))?.subscription).toEqual([0, 2, 3, 4]);
    expect(windowsOf(corrected(6))?.subscription).toEqual([4, 5]);
  });
});
