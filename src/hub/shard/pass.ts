/**
 * One way through the subscribers of a shard, in the order of their numbers. Everybody who was not late
 * holds `base` at least, and gets `target`. It goes from `start` to the end (lap 1), then from the
 * beginning to `start` (lap 2), and rests in between (lap 0). `cursor` is the last who was served.
 */
export interface Pass {
  readonly base: number;
  readonly target: number;
  readonly start: number;
  readonly cursor: number;
  readonly lap: 0 | 1 | 2;
}

/** A shard that nothing was sent to. */
export const RESTING: Pass = { base: 0, target: 0, start: 0, cursor: 0, lap: 0 };

/**
 * Sends a newer edition round. One that comes while another is under way takes its place: who waited
 * longest comes first, so that quick editions starve nobody, and each is sent what changed since `base`.
 */
export function begin(pass: Pass, edition: number): Pass {
  if (edition <= pass.target) return pass;
  const start = pass.lap === 0 ? 0 : pass.cursor;
  return { base: pass.base, target: edition, start, cursor: start, lap: 1 };
}

/** Which subscribers come next: those with numbers above `after`, up to `upTo` where that is not null. */
export function nextNumbers({ lap, start, cursor }: Pass): { after: number; upTo: number | null } {
  return { after: cursor, upTo: lap === 2 ? start : null };
}

/** The pass once the next subscribers were served, the last of whom is `last`; `isEnd`: there are no more in this lap. */
export function advance(pass: Pass, last: number, isEnd: boolean): Pass {
  if (!isEnd) return { ...pass, cursor: last };
  if (pass.lap === 1 && pass.start > 0) return { ...pass, cursor: 0, lap: 2 };
  return { base: pass.target, target: pass.target, start: 0, cursor: 0, lap: 0 };
}
