import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Windows } from "../../src/article/windows.ts";
import { archivesOf } from "../../src/article/windows.ts";
import { channelWindows } from "../../src/ledger/channel-windows.ts";
import { joinChannels, membershipsOf } from "../../src/ledger/membership.ts";
import type { ArticleRecord, Membership } from "../../src/ledger/records/article-record.ts";
import { ledgerBut, recordBut, records } from "./records.ts";
import { packed, unread } from "./unread-ledger.ts";

const SEA = 0;
const LAND = 1;
const EDITION = 2000;

function join(
  before: readonly ArticleRecord[],
  now: readonly ArticleRecord[],
  channels: Readonly<Record<number, readonly number[]>>,
): readonly ArticleRecord[] {
  const channelsOf = (ordinal: number) => channels[ordinal] ?? [];
  const joined = joinChannels({ before, records: now, channelsOf, edition: EDITION });
  return joined === now ? now : [...joined];
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

  test("late where another one is in it without a word beside its page", () => {
    const before = records(2, { 0: { implied: [SEA] } });
    const [, second] = join(before, before, { 0: [SEA], 1: [SEA] });
    expect(second?.joined).toEqual([[SEA, 2, EDITION]]);
  });

  test("and no record is read of one that is in all of its channels, went, or has none", () => {
    const articles = records(8, {
      0: { joined: [SEA] },
      2: { joined: [LAND, [SEA, 1, 2]] },
      4: { deleted: 9 },
    });
    const { stored, reads } = unread(packed(ledgerBut({ articles }), 2));
    const before = stored.ledger.articles;
    const channels: Readonly<Record<number, readonly number[]>> = { 0: [SEA], 2: [SEA, LAND], 4: [SEA] };
    const all = { before, records: before, edition: EDITION };
    expect(joinChannels({ ...all, channelsOf: (ordinal) => channels[ordinal] ?? [] })).toBe(before);
    expect(reads).toEqual([]);
    expect(
      joinChannels({ ...all, channelsOf: (ordinal) => (ordinal === 2 ? [2] : []) }).at(2)?.implied,
    ).toEqual([2]);
    expect(reads).toEqual([1]);
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

const archivesIn = (windows: Windows<number> | undefined) => [...(windows ? archivesOf(windows) : [])];

describe("the windows of a channel", () => {
  const sea = { kind: "section", name: "sea", slug: "sea" } as const;
  const windowsOf = (
    all: readonly ArticleRecord[],
    { gap = 0, isIn = () => true }: { gap?: number; isIn?: (ordinal: number) => boolean } = {},
  ) => channelWindows([{ ...sea, ...(gap && { gap }) }], all, 2, isIn).get(SEA);

  test("hold its articles in the order in which they joined, whatever was published in between", () => {
    const all = joined([[SEA, 4, 1500]], [SEA], [SEA], [[SEA, 4, 1400]], [SEA], [SEA]);
    const windows = windowsOf(all);
    expect(archivesIn(windows).map(({ articles }) => articles)).toEqual([
      [1, 2],
      [3, 0],
    ]);
    expect(windows?.subscription).toEqual([4, 5]);
  });

  test("keep the places of those that left and of those that are gone", () => {
    const all = joined([SEA], [SEA], [SEA], [SEA], [SEA]);
    const left = windowsOf(all, { isIn: (ordinal) => ordinal !== 1 });
    expect(archivesIn(left).map(({ articles }) => articles)).toEqual([[0]]);
    expect(left?.subscription).toEqual([2, 3, 4]);
    const gone = all.map((record) => (record.ordinal === 3 ? { ...record, deleted: EDITION } : record));
    expect(windowsOf(gone)?.subscription).toEqual([2, 4]);
  });

  test("hold those that joined in one edition in the order in which they were first published", () => {
    const all = joined([[SEA, 4, 1500]], [[SEA, 4, 1400]], [[SEA, 4, 1500]], [[SEA, 4, 1400]], [SEA]);
    expect(archivesIn(windowsOf(all)).map(({ articles }) => articles)).toEqual([[1, 3]]);
    expect(windowsOf(all)?.subscription).toEqual([0, 2, 4]);
  });

  test("are there for a channel of which no document tells any more", () => {
    const windows = channelWindows([], joined([SEA]), 2, () => true).get(SEA);
    expect(windows?.subscription).toEqual([0]);
  });

  test("begin with places that nobody has, in a channel that stood before", () => {
    const all = joined([SEA], [SEA], [SEA]);
    const windows = windowsOf(all, { gap: 1 });
    expect(archivesIn(windows).map(({ articles }) => articles)).toEqual([[0]]);
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

describe("the windows of any channels", () => {
  const membership = (channel: number) =>
    fc.oneof(
      fc.constant<Membership>(channel),
      fc.tuple(fc.constant(channel), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 })),
    );
  const record = fc.record({
    joined: fc.option(fc.tuple(membership(SEA), membership(LAND)), { nil: undefined }),
    implied: fc.boolean(),
    deleted: fc.option(fc.constant(EDITION), { nil: null, freq: 4 }),
    correction: fc.option(fc.record({ note: fc.constant("note"), before: fc.nat(40) }), { nil: null }),
  });

  test("are those of a list of places that is sorted and cut", () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(4),
        (all, size, gap) => {
          const told = all.map(({ joined, implied, ...rest }, ordinal) =>
            recordBut({ ordinal, ...rest, ...(joined ? { joined } : implied && { implied: [SEA, LAND] }) }),
          );
          const isIn = (ordinal: number, channel: number) => (ordinal + channel) % 5 !== 0;
          const sea = { kind: "section", name: "sea", slug: "sea", gap } as const;
          const windows = channelWindows([sea], told, size, isIn);
          for (const channel of [SEA, LAND]) {
            const places = placesIn(channel, told, channel === SEA ? gap : 0, isIn);
            const found = windows.get(channel);
            if (found === undefined) {
              expect(places.filter(({ isMember }) => isMember)).toEqual([]);
              continue;
            }
            const live = (some: typeof places) => some.flatMap(({ ordinal }) => ordinal ?? []);
            const archived = size * Math.max(0, Math.floor(places.length / size) - 1);
            const back = places
              .slice(0, archived)
              .filter(({ corrected }) => corrected !== null && places.length < corrected + size);
            expect(archivesIn(found).flatMap(({ articles }) => articles)).toEqual(
              live(places.slice(0, archived)),
            );
            expect(archivesIn(found).length).toBe(archived / size);
            expect(found.subscription).toEqual(live([...back, ...places.slice(archived)]));
          }
        },
      ),
    );
  });

  /** Every place of a channel, as what is written of memberships says it. */
  function placesIn(
    channel: number,
    all: readonly ArticleRecord[],
    gap: number,
    isIn: (ordinal: number, channel: number) => boolean,
  ) {
    const members = all.flatMap((record) =>
      membershipsOf(record).flatMap((one) => {
        const [of, at, edition] =
          typeof one === "number" ? [one, record.ordinal, 0] : [one[0], one[1] - 0.5, one[2]];
        return of === channel ? [{ record, at, edition }] : [];
      }),
    );
    const sorted = members.toSorted(
      (a, b) => a.at - b.at || a.edition - b.edition || a.record.ordinal - b.record.ordinal,
    );
    const nobody = { ordinal: null, corrected: null, isMember: false };
    return [
      ...Array.from({ length: gap }, () => nobody),
      ...sorted.map(({ record: { ordinal, deleted, correction } }) => ({
        ordinal: deleted === null && isIn(ordinal, channel) ? ordinal : null,
        corrected: correction && gap + members.filter(({ at }) => at < correction.before).length,
        isMember: true,
      })),
    ];
  }
});
