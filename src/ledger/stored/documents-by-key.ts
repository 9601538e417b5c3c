import type { DocumentRecord } from "../ledger.ts";
import type { DocumentRow, StoredRows } from "./stored-form.ts";

type Documents = ReadonlyMap<string, DocumentRecord>;

/** Documents that are found by their keys, of which no list is made. */
export abstract class DocumentsByKey implements Documents, StoredRows {
  abstract readonly size: number;
  abstract get(key: string): DocumentRecord | undefined;
  abstract rowAt(key: string): DocumentRow | undefined;
  abstract keys(): MapIterator<string>;

  has(key: string): boolean {
    return this.rowAt(key) !== undefined;
  }

  *values(): MapIterator<DocumentRecord> {
    for (const [, record] of this.entries()) yield record;
  }

  *entries(): MapIterator<[string, DocumentRecord]> {
    for (const key of this.keys()) {
      const record = this.get(key);
      if (record !== undefined) yield [key, record];
    }
  }

  [Symbol.iterator](): MapIterator<[string, DocumentRecord]> {
    return this.entries();
  }

  forEach(tell: (record: DocumentRecord, key: string, documents: Documents) => void): void {
    for (const [key, record] of this) tell(record, key, this);
  }
}
