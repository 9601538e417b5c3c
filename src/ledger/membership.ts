import type { ArticleRecord, Membership } from "./ledger.ts";

/** The position of a membership's channel. */
export function channelOf(membership: Membership): number {
  return typeof membership === "number" ? membership : membership[0];
}

/** All memberships of an article. */
export function membershipsOf({ joined = [], implied = [] }: ArticleRecord): readonly Membership[] {
  return implied.length === 0 ? joined : [...joined, ...implied];
}

/** What decides who joins a channel with which ordinal. */
export interface Joining {
  /** Every article ever published, as it was before, and as it is now. */
  readonly before: readonly ArticleRecord[];
  readonly records: readonly ArticleRecord[];
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
export function joinChannels({ before, records, channelsOf, edition }: Joining): readonly ArticleRecord[] {
  const numbered = new Set<number>();
  for (const record of before) for (const one of membershipsOf(record)) numbered.add(channelOf(one));
  let isSame = true;
  const next = records.map((record, ordinal) => {
    const old = before[ordinal];
    const renewed = record === old ? record : withTold(record);
    const known = new Set(membershipsOf(renewed).map(channelOf));
    const missing = record.deleted === null ? channelsOf(ordinal).filter((one) => !known.has(one)) : [];
    const result =
      missing.length === 0 ? renewed : joining(renewed, old, missing, numbered, records.length, edition);
    if (result !== record) isSame = false;
    return result;
  });
  return isSame ? records : next;
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
