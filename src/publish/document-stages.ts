import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import { encodeMetadata } from "../representation/encode-metadata.ts";
import type { Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { BucketObject } from "../store/bucket.ts";
import { objectKey } from "../store/bucket.ts";
import type { StoreEntry } from "../store/store.ts";

/** A document of the site as it should be; no representation where it did not change. */
export interface WantedDocument {
  readonly key: StorageKey;
  /** Documents that follow each other with the same word are written in any order. */
  readonly part: string;
  readonly record: DocumentRecord;
  readonly representation: Representation | null;
}

/**
 * A feed names the archive that it continues, so archives go before feeds where the pages that they
 * name are there: always, but for a first publish, whose newest pages and feeds come first.
 */
export function archivesFirst(
  documents: readonly WantedDocument[],
  before: Ledger,
): readonly WantedDocument[] {
  const firstOther = documents.findIndex(({ part }) => part === "other");
  const isMissing = ({ key, part }: WantedDocument) =>
    part === "article" && !before.documents.get(key)?.digest;
  if (firstOther === -1 || documents.findLastIndex(isMissing) > firstOther) return documents;
  const rest = documents.slice(firstOther);
  const isArchive = ({ part }: WantedDocument) => part === "archive";
  return [
    ...documents.slice(0, firstOther),
    ...rest.filter(isArchive),
    ...rest.filter((document) => !isArchive(document)),
  ];
}

/** Nothing is written before all of the part before it: a feed never names a page that is not there yet. */
export function documentStages(documents: readonly WantedDocument[]): StoreEntry[][] {
  const stages: StoreEntry[][] = [];
  let part: string | null = null;
  for (const document of documents) {
    if (document.representation === null) continue;
    if (document.part !== part) stages.push([]);
    part = document.part;
    stages.at(-1)?.push(new PlannedEntry(document.key, part, document.representation));
  }
  return stages;
}

/** An entry whose value stays where it waits until it is written. There are many, so they are small. */
class PlannedEntry implements StoreEntry {
  readonly key: StorageKey;
  readonly stage: string;
  readonly #representation: Representation;

  constructor(key: StorageKey, stage: string, representation: Representation) {
    this.key = key;
    this.stage = stage;
    this.#representation = representation;
  }

  get value(): Uint8Array {
    return this.#representation.value;
  }

  get object(): BucketObject | undefined {
    // Most have none, and what waits on disk is not read for that.
    const { object } = this.#representation;
    return object && { ...object, key: objectKey(this.key), type: this.#representation.metadata.type };
  }

  get sizeBytes(): number {
    return this.#representation.storedBytes ?? this.#representation.value.byteLength;
  }

  get metadata(): unknown {
    return encodeMetadata(this.#representation.metadata);
  }
}
