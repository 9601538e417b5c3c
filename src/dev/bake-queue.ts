/** Asks for bakes. */
export interface BakeQueue {
  /** Something changed: its path below the content folder, where it is known. */
  changed(path?: string): void;
  /** Bakes the whole folder without waiting for a change; kept when it has ended. */
  bakeNow(): Promise<void>;
  /** Takes nothing more; kept once a bake that is under way has ended. */
  close(): Promise<void>;
}

/** How long changes are waited for, in milliseconds. */
export interface Pauses {
  /** A bake begins when nothing has changed for so long. */
  readonly quietMs: number;
  /** Or when the first change is so old. */
  readonly longestMs: number;
}

/** The path of the content folder below itself. */
export const WHOLE_FOLDER = "";

const PAUSES: Pauses = { quietMs: 100, longestMs: 1000 };

/**
 * Bakes when changes pause: never twice at a time, and once more for what changes during a bake.
 * `bake` is given the paths, and must not fail.
 */
export function openBakeQueue(
  bake: (paths: readonly string[]) => Promise<void>,
  { quietMs, longestMs }: Pauses = PAUSES,
): BakeQueue {
  let paths = new Set<string>();
  let firstChangeMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let baking: Promise<void> | null = null;
  let closed = false;

  const schedule = () => {
    clearTimeout(timer);
    if (closed || baking !== null || firstChangeMs === null) return;
    const leftMs = firstChangeMs + longestMs - performance.now();
    timer = setTimeout(start, Math.max(0, Math.min(quietMs, leftMs)));
  };
  const start = () => {
    const changed = [...paths];
    paths = new Set();
    firstChangeMs = null;
    baking = bake(changed).finally(() => {
      baking = null;
      schedule();
    });
    return baking;
  };
  return {
    changed(path) {
      if (path !== undefined) paths.add(path);
      firstChangeMs ??= performance.now();
      schedule();
    },
    async bakeNow() {
      await baking;
      clearTimeout(timer);
      paths.add(WHOLE_FOLDER);
      await start();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await baking;
    },
  };
}
