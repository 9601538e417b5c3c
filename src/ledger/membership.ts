import type { ArticleRecord, Membership } from "./records/article-record.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { changedOrdinals, withRecords } from "./records/changed-records.ts";
import { markedIn, toldOf } from "./records/told-records.ts";

const NONE: readonly never[] = [];

/** The position of a membership's channel. */
export function channelOf(membership: Membership): number {
  return typeof membership === "number" ? membership : membership[0];
}

/** All memberships of an article. */
export function membershipsOf({ joined = NONE, implied = NONE }: ArticleRecord): readonly Membership[] {
  return implied.length === 0 ? joined : [...joined, ...implied];
}

/** Whether an article is, or once was, in a channel. */
export function hasJoined({ joined = NONE, implied = NONE }: ArticleRecord, channel: number): boolean {
  return isAmong(joined, channel) || implied.includes(channel);
}

/** The positions of the channels that any article was ever in. */
export function numberedChannels(records: ArticleRecords): ReadonlySet<number> {
  const numbered = new Set<number>();
  const { joined } = toldOf(records);
  for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
    for (const one of joined(ordinal) ?? NONE) numbered.add(channelOf(one));
  }
  for (const { implied = NONE } of markedIn(records)) for (const one of implied) numbered.add(one);
  return numbered;
}

/** What decides who joins a channel with which ordinal. */
export interface Joining {
  /** Every article ever published, as it was before, and as it is now. */
  readonly before: ArticleRecords;
  readonly records: ArticleRecords;
  /** Positions of the channels with archives that a live article is in. */
  readonly channelsOf: (ordinal: number) => readonly number[];
  readonly edition: number;
}

/**
 * Writes into the records which channels their articles joined; the same objects where nothing changed.
 * The first articles of a channel are numbered as the site numbers them, whoever joins it later comes
 * behind all that are there. Leaving writes nothing: the ordinal stays and the place is empty. A page
 * that stands is not written anew for it: what it was the first to be numbered in is implied.
 */
export function joinChannels({ before, records, channelsOf, edition }: Joining): ArticleRecords {
  let numbered: ReadonlySet<number> | null = null;
  const joined = new Map<number, ArticleRecord>();
  for (const ordinal of mayJoin({ before, records, channelsOf })) {
    const record = records.at(ordinal);
    if (record === undefined) continue;
    const old = before.at(ordinal);
    const renewed = record === old ? record : withTold(record);
    const missing = record.deleted === null ? missingIn(renewed, channelsOf(ordinal)) : NONE;
    if (missing.length === 0) joined.set(ordinal, renewed);
    else {
      numbered ??= numberedChannels(before);
      joined.set(ordinal, joining(renewed, old, missing, numbered, records.length, edition));
    }
  }
  return withRecords(records, joined);
}

/** Those whose records have to be looked at: others than before, and of what is told of them not all channels. */
function mayJoin({ before, records, channelsOf }: Omit<Joining, "edition">): ReadonlySet<number> {
  const found = new Set(changedOrdinals(records, before));
  const { joined, isThere } = toldOf(records);
  for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
    const channels = channelsOf(ordinal);
    if (channels.length === 0 || !isThere(ordinal)) continue;
    if (!isInAll(joined(ordinal) ?? NONE, channels)) found.add(ordinal);
  }
  return found;
}

function isInAll(joined: readonly Membership[], channels: readonly number[]): boolean {
  for (const channel of channels) if (!isAmong(joined, channel)) return false;
  return true;
}

function isAmong(joined: readonly Membership[], channel: number): boolean {
  for (const one of joined) if (channelOf(one) === channel) return true;
  return false;
}

/** The channels that an article is not in yet. */
function missingIn(record: ArticleRecord, channels: readonly number[]): readonly number[] {
  for (const one of channels) {
    if (!hasJoined(record, one)) return channels.filter((channel) => !hasJoined(record, channel));
  }
  return NONE;
}

function joining(
  record: ArticleRecord,
  old: ArticleRecord | undefined,
  channels: readonly number[],
  numbered: ReadonlySet<number>,
  count: number,
  edition: number,
): ArticleRecord {
  const isLate = (channel: number) => old !== undefined && numbered.has(channel);
  const later = channels.filter(isLate).map((channel): Membership => [channel, count, edition]);
  const first = channels.filter((channel) => !isLate(channel));
  if (later.length === 0 && record === old) {
    return { ...record, implied: [...(record.implied ?? []), ...first] };
  }
  const told = withTold(record);
  return { ...told, joined: [...(told.joined ?? []), ...first, ...later], edition };
}

/** A record whose page is written tells all: nothing needs to be implied. */
function withTold(record: ArticleRecord): ArticleRecord {
  const { implied, ...told } = record;
  return implied === undefined ? record : { ...told, joined: [...(record.joined ?? []), ...implied] };
}
