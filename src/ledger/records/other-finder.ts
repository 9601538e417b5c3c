import type { ArticleRecord } from "./article-record.ts";
import type { RecordFinder } from "./article-records.ts";

/** Finds records of which some are others than those that are stored, or stand behind them. */
export class OtherFinder implements RecordFinder {
  readonly #stored: RecordFinder;
  readonly #others: ReadonlyMap<number, ArticleRecord>;
  /** The ordinals of others by their texts. */
  readonly #byText: ReadonlyMap<string, readonly number[]>;

  constructor(stored: RecordFinder, others: ReadonlyMap<number, ArticleRecord>, by: "id" | "address") {
    this.#stored = stored;
    this.#others = others;
    this.#byText = Map.groupBy(others.keys(), (ordinal): string => others.get(ordinal)?.[by] ?? "");
  }

  find(text: string): number {
    const [first = -1, ...more] = this.all(text);
    return more.reduce((least, one) => Math.min(least, one), first);
  }

  *all(text: string): Generator<number> {
    for (const ordinal of this.#stored.all(text)) if (!this.#others.has(ordinal)) yield ordinal;
    yield* this.#byText.get(text) ?? [];
  }
}
