/** How many requests of one kind may be unconfirmed in a minute. */
const WINDOW_MS = 60_000;

/** What is counted, with what is allowed. */
const LIMITS = { client: 60, host: 60, topic: 600 } as const;

export type Limited = keyof typeof LIMITS;

/** More names than that are forgotten all together: a flood of names must not fill the memory. */
const MOST_NAMES = 20_000;

/**
 * Counts, in the memory of one location, requests that nobody has confirmed: by the client's address, the
 * callback's host and the topic. They stand before any Durable Object, so that a flood costs none; what is
 * confirmed is given back, so that an honest subscriber never meets them.
 */
export class RateLimits {
  readonly #taken = new Map<string, { count: number; readonly until: number }>();

  /** Takes one of each; false, and nothing taken, where one of them is used up. */
  take(names: Readonly<Partial<Record<Limited, string>>>, nowMs: number): boolean {
    if (this.#taken.size > MOST_NAMES) this.#taken.clear();
    const entries = entriesOf(names).map(({ key, most }) => {
      const known = this.#taken.get(key);
      const entry = known && known.until > nowMs ? known : { count: 0, until: nowMs + WINDOW_MS };
      this.#taken.set(key, entry);
      return { entry, most };
    });
    if (entries.some(({ entry, most }) => entry.count >= most)) return false;
    for (const { entry } of entries) entry.count += 1;
    return true;
  }

  giveBack(names: Readonly<Partial<Record<Limited, string>>>): void {
    for (const { key } of entriesOf(names)) {
      const entry = this.#taken.get(key);
      if (entry) entry.count = Math.max(0, entry.count - 1);
    }
  }
}

function entriesOf(names: Readonly<Partial<Record<Limited, string>>>) {
  return Object.entries(names).map(([kind, name]) => ({
    key: `${kind} ${name}`,
    most: LIMITS[kind as Limited],
  }));
}
