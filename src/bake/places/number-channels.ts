import type { NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { nameChannels } from "../../ledger/channels.ts";
import { gatherWords } from "../../ledger/gather-words.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import {
  channelOf,
  hasJoined,
  joinChannels,
  membershipsOf,
  numberedChannels,
} from "../../ledger/membership.ts";
import { changedOrdinals } from "../../ledger/records/changed-records.ts";
import { suggestChannels } from "../../render/channels/suggest-channels.ts";
import { channelPositions } from "./channel-positions.ts";

/** The channels of a site, and who is in which. */
export interface NumberedChannels {
  readonly identified: Identification;
  readonly channels: readonly NamedChannel[];
  /** Positions of the channels with archives that a live article is in. */
  readonly channelsOf: (ordinal: number) => readonly number[];
}

/** What a bake knows before it does. */
interface Numbering {
  readonly ledger: Ledger;
  readonly site: Site;
  /** How many articles a window holds. */
  readonly size: number;
  readonly edition: EpochSeconds;
}

const NONE: readonly number[] = [];

/** Names the channels of a site, and numbers the articles of those that have archives. */
export function numberChannels(identified: Identification, numbering: Numbering): NumberedChannels {
  const { ledger, site, size, edition } = numbering;
  const words = gatherWords(identified);
  const named = nameChannels(ledger.channels, suggestChannels(site, words, ledger.channels));
  const positions = channelPositions(named, new Set(site.channelArchives));
  const byOrdinal = new Array<readonly number[]>(identified.records.length).fill(NONE);
  words((one, ordinal) => {
    byOrdinal[ordinal] = positions(one);
  });
  const channelsOf = (ordinal: number) => byOrdinal[ordinal] ?? NONE;
  const records = joinChannels({ before: ledger.articles, records: identified.records, channelsOf, edition });
  const joined = { ...identified, records, articles: withRecords(identified, records) };
  return { identified: joined, channels: withGaps(named, ledger, joined, size), channelsOf };
}

function withRecords(
  { articles, records: before }: Identification,
  records: Identification["records"],
): Identification["articles"] {
  if (records === before) return articles;
  return articles.map((one) => {
    const record = records.at(one.record.ordinal) ?? one.record;
    return record === one.record ? one : { ...one, record };
  });
}

/**
 * A channel that stood before it had archives goes on with the feed that its subscribers know: its last
 * window is full, so that none of the older articles comes back as news.
 */
function withGaps(
  channels: readonly NamedChannel[],
  { articles: before, channels: { length: standing } }: Ledger,
  { records }: Identification,
  size: number,
): readonly NamedChannel[] {
  let numbered: ReadonlySet<number> | null = null;
  const counts = new Map<number, number>();
  for (const ordinal of changedOrdinals(records, before)) {
    const [record, old] = [records.at(ordinal), before.at(ordinal)];
    if (record === undefined || old === undefined) continue;
    for (const channel of membershipsOf(record).map(channelOf)) {
      if (channel >= standing || hasJoined(old, channel)) continue;
      numbered ??= numberedChannels(before);
      if (!numbered.has(channel)) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    }
  }
  const gaps = [...counts].filter(([, count]) => count > size && count % size > 0);
  if (gaps.length === 0) return channels;
  const gapOf = new Map(gaps.map(([channel, count]) => [channel, size - (count % size)]));
  return channels.map((channel, position) => {
    const gap = gapOf.get(position);
    return gap === undefined ? channel : { ...channel, gap };
  });
}
