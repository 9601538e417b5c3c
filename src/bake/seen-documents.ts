import type { Article } from "../article/article.ts";
import type { Summed } from "../article/sum.ts";
import { SumSet } from "../article/sum-set.ts";
import type { ArticleRecord, DocumentRecord } from "../ledger/ledger.ts";
import type { PastAddresses } from "./memories.ts";
import { pastAddresses } from "./memories.ts";

/** What is found out of all documents of a site, also of those that are not looked at, in the order of publishing. */
export class SeenDocuments {
  /** By storage key. */
  readonly records = new Map<string, DocumentRecord>();
  /** Keys at no article's address. */
  readonly others: string[] = [];
  /** What a later bake may know. */
  readonly known: SumSet;
  /** What pages of articles have around them; null where there are none but the newest. */
  around: string | null = null;
  /** Addresses of articles where no page of theirs is. */
  readonly former: PastAddresses;
  /** Those that were looked at. */
  readonly #looked = new Map<string, DocumentRecord>();

  /** Whether all that an earlier bake knew is among what a later one may know. */
  readonly knowsBefore: boolean;

  /** Of articles with these records; a later bake may go on knowing what one `before` knew. */
  constructor(records: readonly ArticleRecord[], before: SumSet | null = null) {
    this.former = pastAddresses(records);
    this.known = before?.copy() ?? new SumSet();
    this.knowsBefore = before !== null;
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
    // One question less for each of very many than to ask before.
    const place = this.#add(key, record, article);
    if (this.records.size > place) return true;
    this.records.set(key, this.#looked.get(key) ?? record);
    return false;
  }

  #add(key: string, record: DocumentRecord, article?: Article): number {
    const place = this.records.size;
    this.records.set(key, record);
    if (article === undefined && this.records.size > place && !this.former.has(key)) this.others.push(key);
    return place;
  }
}
