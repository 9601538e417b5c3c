import type { Article } from "../article/article.ts";
import type { Summed } from "../article/sum.ts";
import { SumSet } from "../article/sum-set.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import { keysOf } from "../ledger/records/article-record.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import { changedOrdinals } from "../ledger/records/changed-records.ts";
import type { KeptRun } from "../render/kept-run.ts";
import type { PastAddresses } from "./memories.ts";
import { pastAddresses } from "./memories.ts";
import type { PlacedRun } from "./placed-runs.ts";
import { hasOneOf, PlacedRuns } from "./placed-runs.ts";
import { inOrder, StayingDocuments } from "./staying-documents.ts";

/** What an earlier bake knew. */
export interface KnownBefore {
  readonly known: SumSet;
  /** What was published then. */
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly articles: ArticleRecords;
}

/** What is found out of all documents of a site, also of those that are not looked at, in the order of publishing. */
export class SeenDocuments {
  /** What a later bake may know. */
  readonly known: SumSet;
  /** What pages of articles have around them; null where none of theirs may stay as they are. */
  around: string | null = null;
  /** How many archive windows each channel has, by a key of the first. */
  readonly archives: Record<string, number> = {};
  /** Addresses of articles where no page of theirs is. */
  readonly former: PastAddresses;
  /** Whether all that an earlier bake knew is among what a later one may know. */
  readonly knowsBefore: boolean;
  /** Media files and other parts of pages. */
  readonly pageFiles: DocumentRecord[] = [];
  readonly #before: KnownBefore["documents"];
  /** One by one, by storage key. */
  readonly #records = new Map<string, DocumentRecord>();
  /** Those that were looked at. */
  readonly #looked = new Map<string, DocumentRecord>();
  /** Addresses that articles came to have, or to have had: what is remembered beside a document there is another. */
  readonly #moving: ReadonlySet<string>;
  readonly #runs = new PlacedRuns();
  /** Keys at no article's address, and the runs between them. */
  readonly #others: string[] = [];
  readonly #otherRuns: PlacedRun[] = [];

  /** Of articles with these records; a later bake may go on knowing what one before knew. */
  constructor(records: ArticleRecords, before: KnownBefore | null = null) {
    this.former = pastAddresses(records);
    this.known = before?.known.copy() ?? new SumSet();
    this.knowsBefore = before !== null;
    this.#before = before?.documents ?? new Map();
    this.#moving = before === null ? new Set() : movingAddresses(before.articles, records);
  }

  /** How many there are so far. */
  get size(): number {
    return this.#records.size + this.#runs.kept;
  }

  /** All of them, by storage key. */
  get records(): ReadonlyMap<string, DocumentRecord> {
    return this.#runs.kept === 0
      ? this.#records
      : new StayingDocuments(this.#records, this.#runs, this.#before);
  }

  /** Keys at no article's address. */
  others(): Iterable<string> {
    if (this.#otherRuns.length === 0) return this.#others;
    const { former } = this;
    const runs = former.size === 0 ? this.#otherRuns : this.#otherRuns.map((one) => without(one, former));
    return { [Symbol.iterator]: () => inOrder(this.#others, runs) };
  }

  has(key: string): boolean {
    return this.#records.has(key) || this.#isInRun(key);
  }

  /** Lets a later bake know a document by a sum, which the one before knew or not. */
  learn(sum: Summed, wasKnown: boolean): void {
    if (!this.knowsBefore || !wasKnown) this.known.add(sum);
  }

  /** Notes a document, and the article whose page it is; gives its place. */
  note(key: string, record: DocumentRecord, article?: Article): number {
    this.#looked.set(key, record);
    return this.#add(key, record, article);
  }

  /** Notes a document that stays as it was; not where another has its key, which tells nothing then. */
  keep(key: string, record: DocumentRecord, article?: Article): boolean {
    if (this.#isInRun(key)) return false;
    // One question less for each of very many than to ask before.
    const before = this.#records.size;
    this.#add(key, record, article);
    if (this.#records.size > before) return true;
    this.#records.set(key, this.#looked.get(key) ?? record);
    return false;
  }

  /** Notes documents that stay as they were; not where another has the key of one, which tells nothing then. */
  keepAll(run: KeptRun): boolean {
    if (hasOneOf(run, this.#records) || hasOneOf(run, this.#moving)) return false;
    this.#runs.add(run, this.#records.size);
    if (!run.areArticles) this.#otherRuns.push({ run, at: this.#others.length });
    return true;
  }

  #isInRun(key: string): boolean {
    return this.#runs.kept > 0 && this.#before.has(key) && this.#runs.has(key);
  }

  #add(key: string, record: DocumentRecord, article?: Article): number {
    const place = this.size;
    this.#records.set(key, record);
    if (article === undefined && this.size > place && !this.former.has(key)) this.#others.push(key);
    return place;
  }
}

/** The addresses of articles whose records are others than they were. */
function movingAddresses(before: ArticleRecords, records: ArticleRecords): ReadonlySet<string> {
  const moving = new Set<string>();
  for (const ordinal of changedOrdinals(records, before)) {
    for (const record of [records.at(ordinal), before.at(ordinal)]) {
      for (const key of record === undefined ? [] : keysOf(record)) moving.add(key);
    }
  }
  return moving;
}

function without({ run, at }: PlacedRun, former: PastAddresses): PlacedRun {
  const isOther = (key: string) => !former.has(key);
  return { at, run: { ...run, keys: () => Iterator.from(run.keys()).filter(isOther) } };
}
