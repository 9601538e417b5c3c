import { describe, expect, test } from "vitest";
import type { NamedChannel } from "../../src/article/named-channel.ts";
import { numberChannels } from "../../src/bake/places/number-channels.ts";
import type { Membership } from "../../src/ledger/records/article-record.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { sourceAt } from "../ledger/source-at.ts";
import { siteWith } from "./small-site.ts";

const SEA: NamedChannel = { kind: "section", name: "sea", slug: "sea" };
const EDITION = 5000;

interface Case {
  /** So many articles were published in the section `sea` before it had archives. */
  readonly before: number;
  /** So many come now. */
  readonly more?: number;
  readonly size?: number;
  readonly channels?: readonly NamedChannel[];
  /** Channels that the first article joined before. */
  readonly joined?: readonly Membership[];
  readonly page?: boolean;
  readonly settings?: string;
}

function numbered({
  before,
  more = 0,
  size = 3,
  channels = [SEA],
  joined,
  page = false,
  settings = "",
}: Case) {
  const records = Array.from({ length: before + more }, (_, ordinal) =>
    recordBut({ ordinal, ...(ordinal === 0 && joined && { joined }) }),
  );
  const articles = records.map((record) => ({
    source: sourceAt({ path: record.path, section: "sea", tags: ["ebb"], page }),
    record,
  }));
  const identified = {
    articles,
    records,
    ...NOBODY,
  };
  const ledger = ledgerBut({ channels, articles: records.slice(0, before) });
  return numberChannels(identified, { ledger, site: siteWith(settings), size, edition: EDITION });
}

describe("a channel that stood before it had archives", () => {
  test.for([
    { before: 2, gap: undefined },
    { before: 3, gap: undefined },
    { before: 4, gap: 2 },
    { before: 5, gap: 1 },
    { before: 6, gap: undefined },
    { before: 7, gap: 2 },
  ])(
    "and had $before articles begins with a gap of $gap, so that its last window of three is full",
    ({ before, gap }) => {
      const { channels } = numbered({ before });
      expect(channels.slice(0, 1)).toStrictEqual([{ ...SEA, ...(gap && { gap }) }]);
    },
  );

  test("has that whatever comes now", () => {
    expect(numbered({ before: 4, more: 2 }).channels[0]).toStrictEqual({ ...SEA, gap: 2 });
  });

  test("has it alone: other channels stay the same objects", () => {
    const town: NamedChannel = { kind: "section", name: "town", slug: "town" };
    const { channels } = numbered({ before: 4, channels: [town, SEA] });
    expect(channels[0]).toBe(town);
    expect(channels[1]).toStrictEqual({ ...SEA, gap: 2 });
  });

  test("has none where it is new, or numbered already", () => {
    expect(numbered({ before: 4, channels: [] }).channels[0]).toStrictEqual(SEA);
    expect(numbered({ before: 4, joined: [0] }).channels[0]).toBe(SEA);
  });
});

describe("an article is numbered", () => {
  test("in the channels with archives that it is in", () => {
    const { channelsOf, identified, channels } = numbered({ before: 0, more: 2 });
    expect(channels.map(({ kind }) => kind)).toEqual(["section", "tag"]);
    expect([channelsOf(0), channelsOf(1), channelsOf(2)]).toEqual([[0], [0], []]);
    expect([...identified.records].map(({ joined }) => joined)).toEqual([[0], [0]]);
    expect(identified.articles.map(({ record }) => record)).toEqual(identified.records);
  });

  test("in channels of other kinds where site.toml says so, each once", () => {
    const { channelsOf, channels } = numbered({
      before: 0,
      more: 1,
      settings: 'channel_archives = ["tags", "sections"]\n',
    });
    expect(
      channelsOf(0)
        .map((position) => channels[position]?.kind)
        .toSorted(),
    ).toEqual(["section", "tag"]);
  });

  test("in none where no channel has archives, or where it is a page of its own", () => {
    const none = numbered({ before: 0, more: 1, settings: "channel_archives = []\n" });
    expect([none.channelsOf(0), none.identified.records.at(0)?.joined]).toEqual([[], undefined]);
    const page = numbered({ before: 0, more: 1, page: true, channels: [] });
    expect([page.channelsOf(0), page.channels]).toEqual([[], []]);
  });
});
