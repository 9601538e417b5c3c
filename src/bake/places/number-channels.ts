import type { NamedChannel } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { nameChannels } from "../../ledger/channels.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { channelOf, joinChannels, membershipsOf } from "../../ledger/membership.ts";
import { channelFinder, channelNames, suggestChannels } from "../../render/channels/channel-names.ts";

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
  const members = identified.articles.filter(({ source }) => !source.page);
  const words = members.map(({ source }) => source);
  const named = nameChannels(ledger.channels, suggestChannels(site, words, ledger.channels));
  const find = channelFinder(named);
  const positions = new Map(named.map((channel, position) => [channel, position]));
  const archived = new Set(site.channelArchives);
  const byOrdinal = new Map<number, readonly number[]>();
  for (const { source, record } of archived.size === 0 ? [] : members) {
    const found: number[] = [];
    for (const { kind, name } of channelNames(source)) {
      const channel = archived.has(kind) ? find(kind, name) : null;
      const position = channel === null ? undefined : positions.get(channel);
      if (position !== undefined && !found.includes(position)) found.push(position);
    }
    if (found.length > 0) byOrdinal.set(record.ordinal, found);
  }
  const channelsOf = (ordinal: number) => byOrdinal.get(ordinal) ?? NONE;
  const records = joinChannels({ before: ledger.articles, records: identified.records, channelsOf, edition });
  const articles =
    records === identified.records
      ? identified.articles
      : identified.articles.map((one) => ({ ...one, record: records[one.record.ordinal] ?? one.record }));
  const joined = { ...identified, records, articles };
  return { identified: joined, channels: withGaps(named, ledger, joined, size), channelsOf };
}

/**
 * A channel that stood before it had archives goes on with the feed that its subscribers know: its last
 * window is full, so that none of the older articles comes back as news.
 */
function withGaps(
  channels: readonly NamedChannel[],
  { articles, channels: { length: standing } }: Ledger,
  { records }: Identification,
  size: number,
): readonly NamedChannel[] {
  const numbered = new Set(articles.flatMap((record) => membershipsOf(record).map(channelOf)));
  const counts = new Map<number, number>();
  for (const record of records.slice(0, articles.length)) {
    for (const membership of membershipsOf(record)) {
      const channel = channelOf(membership);
      if (channel < standing && !numbered.has(channel)) counts.set(channel, (counts.get(channel) ?? 0) + 1);
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
