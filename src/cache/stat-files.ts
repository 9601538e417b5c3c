import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Numbers of each stamp: size, mtime, ctime and inode. */
export const STAMP_LENGTH = 4;

/** From so many files on a thread that has yet to start is a help. */
const WORTH_A_THREAD = 40_000;

/** Files that are looked at before the next ones are asked for. */
const SHARE = 512;

/** A thread that has looked at nothing for so long is not waited for. */
const PATIENCE_MS = 1000;

/** Files to look at, and what becomes of them, in memory that threads share. */
interface Looking {
  /** Parted by a character that no path holds. */
  readonly places: string;
  readonly stamps: SharedArrayBuffer;
  /** How many shares are taken and how many are done, then 1 for each that is done. */
  readonly shares: SharedArrayBuffer;
  readonly share: number;
  readonly length: number;
}

/** The stamps of files, links followed; zeros for what cannot be looked at. Of many a second thread does a part. */
export function statFiles(places: readonly string[], worthAThread = WORTH_A_THREAD): Float64Array {
  const count = Math.ceil(places.length / SHARE);
  const isWorth = places.length >= worthAThread && availableParallelism() > 1;
  const looking: Looking = {
    places: isWorth ? places.join("\u0000") : "",
    stamps: new SharedArrayBuffer(places.length * STAMP_LENGTH * Float64Array.BYTES_PER_ELEMENT),
    shares: new SharedArrayBuffer((2 + count) * Int32Array.BYTES_PER_ELEMENT),
    share: SHARE,
    length: STAMP_LENGTH,
  };
  const thread = isWorth ? lookInThread(looking) : null;
  lookAtShares(looking, places, statSync);
  const shares = new Int32Array(looking.shares);
  for (let done = shares[1] ?? 0; done < count; done = Atomics.load(shares, 1)) {
    if (Atomics.wait(shares, 1, done, PATIENCE_MS) === "ok") continue;
    if (Atomics.load(shares, 1) !== done) continue;
    // It has come to nothing: what it took is looked at here.
    for (let one = 0; one < count; one += 1) {
      if (shares[2 + one] !== 1) lookAtShares(looking, places, statSync, one);
    }
    break;
  }
  void thread?.terminate();
  // A copy, which nobody else writes to.
  return new Float64Array(new Float64Array(looking.stamps));
}

/** Null where none can be started. It runs what this module runs, and loads nothing else. */
function lookInThread(looking: Looking): Worker | null {
  try {
    const code = `const looking = require("node:worker_threads").workerData;
(${lookAtShares})(looking, looking.places.split("\\u0000"), require("node:fs").statSync);`;
    const thread = new Worker(code, { eval: true, workerData: looking, execArgv: [], stderr: true });
    thread.on("error", () => {});
    thread.unref();
    return thread;
  } catch {
    return null;
  }
}

/** Takes share after share until none is left, or one of them. Names nothing outside: it is handed to a thread as text. */
function lookAtShares(
  looking: Looking,
  places: readonly string[],
  stat: typeof statSync,
  only: number | null = null,
): void {
  const stamps = new Float64Array(looking.stamps);
  const shares = new Int32Array(looking.shares);
  const count = shares.length - 2;
  for (let one = only ?? Atomics.add(shares, 0, 1); one < count; one = Atomics.add(shares, 0, 1)) {
    const end = Math.min(places.length, (one + 1) * looking.share);
    for (let row = one * looking.share; row < end; row += 1) {
      let stats: ReturnType<typeof statSync>;
      try {
        stats = stat(places[row] ?? "", { throwIfNoEntry: false });
      } catch {
        continue;
      }
      if (stats === undefined) continue;
      const at = row * looking.length;
      stamps[at] = stats.size;
      stamps[at + 1] = stats.mtimeMs;
      stamps[at + 2] = stats.ctimeMs;
      stamps[at + 3] = stats.ino;
    }
    Atomics.store(shares, 2 + one, 1);
    Atomics.add(shares, 1, 1);
    Atomics.notify(shares, 1);
    if (only !== null) return;
  }
}
