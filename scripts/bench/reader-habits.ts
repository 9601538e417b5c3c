/** What a reader sends with a poll, given the tag of the answer before; null where it has none. */
export type Habit = (tag: string | null) => Readonly<Record<string, string>>;

const validators: Habit = (tag) => (tag === null ? {} : { "If-None-Match": tag });
const gzip = { "Accept-Encoding": "gzip" };
const brotli = { "Accept-Encoding": "gzip, br" };

/** How readers ask. */
export const HABITS = {
  "no validators, no coding": () => ({}),
  "no validators, gzip": () => gzip,
  "no validators, brotli": () => brotli,
  "validators, gzip": (tag) => ({ ...gzip, ...validators(tag) }),
  "validators, brotli": (tag) => ({ ...brotli, ...validators(tag) }),
  /** As newsboat, and programs over feedparser that say their own name. */
  "validators, deltas": (tag) => ({ ...brotli, ...validators(tag), "A-IM": "feed" }),
} as const satisfies Readonly<Record<string, Habit>>;

export type HabitName = keyof typeof HABITS;
