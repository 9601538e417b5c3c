import type { NamedChannel } from "../article/named-channel.ts";
import type { Windows } from "../article/windows.ts";
import type { ArticleRecord, LaterMembership, Membership } from "./ledger.ts";
import type { CorrectedPlace, Places } from "./windows.ts";
import { windowsOfPlaces } from "./windows.ts";

/** Who is, or was, in a channel. */
interface Members {
  /** By their ordinals. */
  readonly records: ArticleRecord[];
  /** Of those that joined later than the channel's first articles. */
  readonly later: Map<ArticleRecord, LaterMembership>;
}

/**
 * Spreads the members of each channel over its windows of `size`, in the order in which they joined it.
 * `isIn` tells whether a live article is in a channel now. Channels that nobody joined are left out.
 */
export function channelWindows(
  channels: readonly NamedChannel[],
  records: readonly ArticleRecord[],
  size: number,
  isIn: (ordinal: number, channel: number) => boolean,
): ReadonlyMap<number, Windows<number>> {
  const windows = new Map<number, Windows<number>>();
  for (const [channel, members] of membersOf(records)) {
    const isThere = ({ ordinal, deleted }: ArticleRecord) => deleted === null && isIn(ordinal, channel);
    windows.set(channel, windowsOfPlaces(placesOf(members, channels[channel]?.gap ?? 0, isThere), size));
  }
  return windows;
}

function membersOf(records: readonly ArticleRecord[]): ReadonlyMap<number, Members> {
  const all = new Map<number, Members>();
  const join = (record: ArticleRecord, membership: Membership) => {
    const channel = typeof membership === "number" ? membership : membership[0];
    let members = all.get(channel);
    if (members === undefined) {
      members = { records: [], later: new Map() };
      all.set(channel, members);
    }
    members.records.push(record);
    if (typeof membership !== "number") members.later.set(record, membership);
  };
  for (const record of records) {
    const { joined, implied } = record;
    if (joined !== undefined) for (const one of joined) join(record, one);
    if (implied !== undefined) for (const one of implied) join(record, one);
  }
  return all;
}

function placesOf(
  { records, later }: Members,
  gap: number,
  isThere: (record: ArticleRecord) => boolean,
): Places {
  /** How many articles the site had when one joined, its own first publication included. */
  const joinedAt = (record: ArticleRecord) => {
    const membership = later.get(record);
    return membership === undefined ? record.ordinal : membership[1] - 0.5;
  };
  const edition = (record: ArticleRecord) => later.get(record)?.[2] ?? 0;
  // They come by their ordinals, and those that joined in one edition stay so.
  if (later.size > 0) records.sort((a, b) => joinedAt(a) - joinedAt(b) || edition(a) - edition(b));
  const ordinals: (number | null)[] = Array.from({ length: gap }, () => null);
  const corrections: CorrectedPlace[] = [];
  for (const record of records) {
    const { correction } = record;
    if (correction !== null) {
      const before = gap + records.filter((one) => joinedAt(one) < correction.before).length;
      corrections.push({ place: ordinals.length, before });
    }
    ordinals.push(isThere(record) ? record.ordinal : null);
  }
  return { ordinals, corrections };
}
