import { UNKNOWN_DIGEST } from "../document-digest.ts";
import type { DocumentRecord, Ledger } from "../ledger.ts";
import { keysOf } from "../records/article-record.ts";
import type { OrdinalsByAddress } from "../records/ordinals-by-address.ts";
import { ordinalsByAddress } from "../records/ordinals-by-address.ts";
import { UnreadRecords } from "../records/unread-records.ts";
import { DocumentsByKey } from "./documents-by-key.ts";
import type { DocumentRow } from "./stored-form.ts";
import { recordOf } from "./stored-form.ts";
import type { StoredShards } from "./stored-shards.ts";

type Documents = ReadonlyMap<string, DocumentRecord>;
type Rows = Readonly<Record<string, DocumentRow>>;

/** Documents of a ledger as it is stored: a shard is read where one at the address of an article in it is asked for. */
export class UnreadDocuments extends DocumentsByKey {
  readonly #rows: Rows;
  readonly #shards: StoredShards;
  readonly #ordinals: OrdinalsByAddress;
  readonly #known = new Map<string, DocumentRecord>();
  #counted: { readonly size: number; readonly inBoth: ReadonlySet<string> } | null = null;

  /** `rows` are those at no article's address. */
  constructor(rows: Rows, shards: StoredShards) {
    super();
    this.#rows = rows;
    this.#shards = shards;
    this.#ordinals = ordinalsByAddress(new UnreadRecords(shards));
  }

  get size(): number {
    return this.#count().size;
  }

  /** Of how many at the addresses of articles nothing is known. */
  get unknown(): number {
    return this.#shards.summaries.reduce((sum, { unknown }) => sum + unknown, 0);
  }

  /** Those at no article's address. */
  headKeys(): Iterable<string> {
    return Object.keys(this.#rows);
  }

  /** Always the same object. */
  get(key: string): DocumentRecord | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.rowAt(key);
    if (row === undefined) return undefined;
    const record = recordOf(row);
    this.#known.set(key, record);
    return record;
  }

  rowAt(key: string): DocumentRow | undefined {
    const own = rowIn(this.#rows, key);
    return own !== undefined && !this.#count().inBoth.has(key) ? own : (this.#inShards(key).at(-1) ?? own);
  }

  *keys(): MapIterator<string> {
    const seen = new Set(Object.keys(this.#rows));
    yield* seen;
    for (const number of this.#shards.summaries.keys()) {
      for (const key of Object.keys(this.#shards.shardAt(number)?.documents ?? {})) {
        if (seen.has(key)) continue;
        seen.add(key);
        yield key;
      }
    }
  }

  /** The rows that shards have of a document, in the order of these: of two the later counts. */
  #inShards(key: string): readonly DocumentRow[] {
    return this.#shardsOf(key).flatMap((number) => {
      const row = rowIn(this.#shards.shardAt(number)?.documents ?? {}, key);
      return row === undefined ? [] : [row];
    });
  }

  /** The shards that may have one, by their numbers, in order. */
  #shardsOf(key: string): readonly number[] {
    if (!this.#ordinals.has(key)) return [];
    return [...new Set(this.#ordinals.at(key).map((ordinal) => this.#shards.numberOf(ordinal)))].sort(
      (a, b) => a - b,
    );
  }

  /** Each counts once, also where several shards have it, or a shard and the head have. */
  #count() {
    if (this.#counted !== null) return this.#counted;
    const own = Object.keys(this.#rows);
    const written = this.#shards.summaries.reduce((sum, { documents }) => sum + documents, own.length);
    const shared = [...this.#shards.sharedAddresses()].filter((key) => this.#shardsOf(key).length > 1);
    const again = shared.reduce((sum, key) => sum + Math.max(0, this.#inShards(key).length - 1), 0);
    const inBoth = new Set(own.filter((key) => this.#inShards(key).length > 0));
    this.#counted = { size: written - again - inBoth.size, inBoth };
    return this.#counted;
  }
}

function rowIn(rows: Rows, key: string): DocumentRow | undefined {
  return Object.hasOwn(rows, key) ? rows[key] : undefined;
}

/** The keys of documents that stand in the head of a ledger, and perhaps of others. */
export function headKeys(documents: Documents): Iterable<string> {
  return documents instanceof UnreadDocuments ? documents.headKeys() : documents.keys();
}

/** Of how many documents at the addresses of articles nothing is known. */
export function countUnknown({ articles, documents }: Pick<Ledger, "articles" | "documents">): number {
  if (documents instanceof UnreadDocuments) return documents.unknown;
  const isUnknown = (key: string) => documents.get(key)?.digest === UNKNOWN_DIGEST;
  return Iterator.from(articles).reduce((sum, one) => sum + keysOf(one).filter(isUnknown).length, 0);
}
