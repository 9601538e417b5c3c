import type { StoredLedger } from "../ledger/codec.ts";
import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import { remembersTheSame } from "../ledger/ledger.ts";
import type { Representation } from "../representation/representation.ts";
import { encodeMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { StoreEntry } from "../store/store.ts";
import { ledgerEntries } from "./stored-ledger.ts";

/** A document of the site as it should be; no representation where it did not change. */
export interface WantedDocument {
  readonly key: StorageKey;
  readonly record: DocumentRecord;
  readonly representation: Representation | null;
}

/** What a publish does to the store, in this order. */
export interface Plan {
  /** Documents, then the ledger. */
  readonly put: readonly StoreEntry[];
  /** Documents that stay as they are. */
  readonly keep: number;
  readonly delete: readonly StorageKey[];
  /** Writes and deletions that are left for the next run. */
  readonly left: number;
}

/** A site as it should be. */
export interface WantedSite {
  /** In the order of publishing. */
  readonly documents: readonly WantedDocument[];
  readonly ledger: Ledger;
}

/**
 * Compares by digests alone; no body is read. An unchanged site plans nothing at all. A plan that
 * would need more than `maxWrites` ends early, with a ledger that says so: the next one goes on.
 */
export function planPublish(site: WantedSite, stored: StoredLedger, maxWrites: number): Plan {
  const wanted = new Set<string>(site.documents.map(({ key }) => key));
  const changed = site.documents.filter(({ representation }) => representation !== null);
  const gone = [...stored.ledger.documents.keys()].filter((key) => !wanted.has(key)) as StorageKey[];
  const keep = site.documents.length - changed.length;
  if (changed.length + gone.length === 0 && remembersTheSame(site.ledger, stored.ledger)) {
    return { put: [], keep, delete: [], left: 0 };
  }

  const ledgerWrites = ledgerEntries(site.ledger, stored).length;
  const room = Math.max(0, maxWrites - ledgerWrites);
  const writing = changed.slice(0, room);
  const deleting = gone.slice(0, Math.max(0, room - writing.length));
  const ledger = ledgerAfter(site, stored.ledger, changed.slice(room), gone.slice(deleting.length));
  const documents = writing.flatMap(({ key, representation }) =>
    representation ? [entryOf(key, representation)] : [],
  );
  return {
    put: [...documents, ...ledgerEntries(ledger, stored)],
    keep,
    delete: deleting,
    left: changed.length - writing.length + gone.length - deleting.length,
  };
}

/** What is true of the store once a part of the plan is done. */
function ledgerAfter(
  site: WantedSite,
  before: Ledger,
  unwritten: readonly WantedDocument[],
  undeleted: readonly StorageKey[],
): Ledger {
  const documents = new Map(site.ledger.documents);
  for (const key of [...unwritten.map(({ key }) => key), ...undeleted]) {
    const record = before.documents.get(key);
    if (record) documents.set(key, record);
    else documents.delete(key);
  }
  return { ...site.ledger, documents };
}

function entryOf(key: StorageKey, { metadata, value }: Representation): StoreEntry {
  return { key, value, metadata: encodeMetadata(metadata) };
}
