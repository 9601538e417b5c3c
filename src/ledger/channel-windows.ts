import type { NamedChannel } from "../article/named-channel.ts";
import type { Windows } from "../article/windows.ts";
import { channelOf } from "./membership.ts";
import type { ArticleRecord, Correction, LaterMembership, Membership } from "./records/article-record.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { markedIn, toldOf } from "./records/told-records.ts";
import type { Places } from "./windows.ts";
import { windowsOfPlaces } from "./windows.ts";

const NONE: readonly never[] = [];

/** Who is, or was, in a channel, by their ordinals. */
interface Members {
  readonly ordinals: number[];
  /** Of those that joined later than the channel's first articles. */
  readonly later: Map<number, LaterMembership>;
  readonly corrected: { readonly ordinal: number; readonly correction: Correction }[];
}

/**
 * Spreads the members of each channel over its windows of `size`, in the order in which they joined it.
 * `isIn` tells whether a live article is in a channel now. Channels that nobody joined are left out.
 */
export function channelWindows(
  channels: readonly NamedChannel[],
  records: ArticleRecords,
  size: number,
  isIn: (ordinal: number, channel: number) => boolean,
): ReadonlyMap<number, Windows<number>> {
  const windows = new Map<number, Windows<number>>();
  const told = toldOf(records);
  for (const [channel, members] of membersOf(records)) {
    const isThere = (ordinal: number) => told.isThere(ordinal) && isIn(ordinal, channel);
    const places = placesOf(members, channels[channel]?.gap ?? 0);
    windows.set(channel, windowsOfPlaces({ ...places, isThere }, size));
  }
  return windows;
}

function membersOf(records: ArticleRecords): ReadonlyMap<number, Members> {
  const ofChannel = new Map<number, Members>();
  const join = (ordinal: number, membership: Membership, correction: Correction | null) => {
    const channel = channelOf(membership);
    let members = ofChannel.get(channel);
    if (members === undefined) {
      members = { ordinals: [], later: new Map(), corrected: [] };
      ofChannel.set(channel, members);
    }
    members.ordinals.push(ordinal);
    if (typeof membership !== "number") members.later.set(ordinal, membership);
    if (correction !== null) members.corrected.push({ ordinal, correction });
  };
  const more = new Map<number, ArticleRecord>();
  for (const record of markedIn(records)) {
    if (record.correction !== null || record.implied !== undefined) more.set(record.ordinal, record);
  }
  const { joined } = toldOf(records);
  for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
    const { correction = null, implied = NONE } = more.get(ordinal) ?? {};
    for (const one of joined(ordinal) ?? NONE) join(ordinal, one, correction);
    for (const one of implied) join(ordinal, one, correction);
  }
  return ofChannel;
}

/** Places in the order in which they joined; those that joined in one edition stay in that of their ordinals. */
function placesOf({ ordinals, later, corrected }: Members, gap: number): Omit<Places, "isThere"> {
  /** How many articles the site had when one joined, its own first publication included. */
  const joinedAt = (ordinal: number) => {
    const membership = later.get(ordinal);
    return membership === undefined ? ordinal : membership[1] - 0.5;
  };
  const edition = (ordinal: number) => later.get(ordinal)?.[2] ?? 0;
  const inOrder = (a: number, b: number) => joinedAt(a) - joinedAt(b) || edition(a) - edition(b);
  const sorted = later.size === 0 ? ordinals : ordinals.toSorted(inOrder);
  const places = new Int32Array(gap + sorted.length).fill(-1, 0, gap);
  places.set(sorted, gap);
  const corrections = corrected.map(({ ordinal, correction: { before } }) => ({
    place: gap + sorted.indexOf(ordinal),
    before: gap + sorted.filter((one) => joinedAt(one) < before).length,
  }));
  return { ordinals: places, corrections: corrections.sort((a, b) => a.place - b.place) };
}
