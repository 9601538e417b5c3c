import type { NamedChannel } from "../article/named-channel.ts";
import type { Windows } from "../article/windows.ts";
import type { ArticleRecord, Membership } from "./ledger.ts";
import { channelOf, membershipsOf } from "./membership.ts";
import type { Place } from "./windows.ts";
import { windowsOfPlaces } from "./windows.ts";

/** An article's membership of one channel. */
interface Member {
  readonly record: ArticleRecord;
  readonly membership: Membership;
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
  const members = new Map<number, Member[]>();
  for (const record of records) {
    for (const membership of membershipsOf(record)) {
      const channel = channelOf(membership);
      const list = members.get(channel);
      if (list === undefined) members.set(channel, [{ record, membership }]);
      else list.push({ record, membership });
    }
  }
  const windows = new Map<number, Windows<number>>();
  for (const [channel, unsorted] of members) {
    const list = inOrder(unsorted);
    const gap = channels[channel]?.gap ?? 0;
    const nobody: Place = { ordinal: null, correctedAt: null };
    const places = list.map(
      ({ record: { ordinal, deleted, correction } }): Place => ({
        ordinal: deleted === null && isIn(ordinal, channel) ? ordinal : null,
        correctedAt: correction && gap + list.filter((one) => joinedAt(one) < correction.before).length,
      }),
    );
    windows.set(channel, windowsOfPlaces([...Array.from({ length: gap }, () => nobody), ...places], size));
  }
  return windows;
}

/** How many articles the site had when one joined, its own first publication included. */
function joinedAt({ record, membership }: Member): number {
  return typeof membership === "number" ? record.ordinal : membership[1] - 0.5;
}

/** Members come by their ordinals; those that joined in one edition stay so. */
function inOrder(members: Member[]): readonly Member[] {
  const edition = ({ membership }: Member) => (typeof membership === "number" ? 0 : membership[2]);
  return members.sort((a, b) => joinedAt(a) - joinedAt(b) || edition(a) - edition(b));
}
