import type { ArticleRecord } from "./article-record.ts";
import { isMarked } from "./article-record.ts";
import type { ArticleRecords, RecordFinder, RecordsTold } from "./article-records.ts";
import { OtherFinder } from "./other-finder.ts";

/** The records of a ledger as it is stored, of which one is read when it is asked for. */
export interface StoredRecords {
  readonly count: number;
  readonly told: RecordsTold;
  /** Those of which there is more to say, in their order. */
  readonly marked: readonly ArticleRecord[];
  /** By the ids, or the addresses, of all of them. */
  readonly finder: (by: "id" | "address") => RecordFinder;
  /** Always the same object. */
  readonly recordAt: (ordinal: number) => ArticleRecord | undefined;
}

type Others = ReadonlyMap<number, ArticleRecord>;

/** Records of which few are read: those that are stored, and others in their places or behind them. */
export class UnreadRecords implements ArticleRecords {
  readonly length: number;
  readonly told: RecordsTold;
  readonly #stored: StoredRecords;
  readonly #others: Others;

  constructor(stored: StoredRecords, others: Others = new Map()) {
    this.#stored = stored;
    this.#others = others;
    this.length = others.keys().reduce((length, ordinal) => Math.max(length, ordinal + 1), stored.count);
    this.told = others.size === 0 ? stored.told : withOthers(stored.told, others);
  }

  /** Those of which there is more to say than what is told of all, in their order. */
  get marked(): readonly ArticleRecord[] {
    const others = [...this.#others.values()].filter(isMarked);
    const stored = this.#stored.marked.filter(({ ordinal }) => !this.#others.has(ordinal));
    return others.length === 0 ? stored : [...stored, ...others].sort((a, b) => a.ordinal - b.ordinal);
  }

  at(ordinal: number): ArticleRecord | undefined {
    return this.#others.get(ordinal) ?? this.#stored.recordAt(ordinal);
  }

  /** The same but for some. */
  with(others: Iterable<readonly [ordinal: number, record: ArticleRecord]>): UnreadRecords {
    return new UnreadRecords(this.#stored, new Map([...this.#others, ...others]));
  }

  finder(by: "id" | "address"): RecordFinder {
    const stored = this.#stored.finder(by);
    return this.#others.size === 0 ? stored : new OtherFinder(stored, this.#others, by);
  }

  /** The ordinals at which others stand than before, in order; null where all would have to be read for it. */
  othersThan(before: ArticleRecords): readonly number[] | null {
    if (!(before instanceof UnreadRecords) || before.#stored !== this.#stored) return null;
    const ordinals = new Set([...this.#others.keys(), ...before.#others.keys()]);
    return [...ordinals].filter((one) => this.at(one) !== before.at(one)).sort((a, b) => a - b);
  }

  *[Symbol.iterator](): Generator<ArticleRecord> {
    for (let ordinal = 0; ordinal < this.length; ordinal += 1) {
      const record = this.at(ordinal);
      if (record !== undefined) yield record;
    }
  }
}

function withOthers(stored: RecordsTold, others: Others): RecordsTold {
  const told =
    <T>(own: (ordinal: number) => T, ofOther: (record: ArticleRecord) => T) =>
    (ordinal: number): T => {
      const other = others.get(ordinal);
      return other === undefined ? own(ordinal) : ofOther(other);
    };
  return {
    id: told(stored.id, ({ id }) => id),
    address: told(stored.address, ({ address }) => address),
    published: told(stored.published, ({ published }) => published),
    edition: told(stored.edition, ({ edition }) => edition),
    joined: told(stored.joined, ({ joined }) => joined),
    beside: told(stored.beside, ({ beside }) => beside),
    hasBeside: told(stored.hasBeside, ({ beside }) => beside !== undefined),
    isBesideAll: (ordinal, isIt) => {
      const other = others.get(ordinal);
      return other === undefined ? stored.isBesideAll(ordinal, isIt) : (other.beside?.every(isIt) ?? true);
    },
    isThere: told(stored.isThere, ({ deleted }) => deleted === null),
  };
}
