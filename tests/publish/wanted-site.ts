import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { otherKeys } from "../../src/ledger/stored/encode-ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import type { WantedDocument } from "../../src/publish/document-stages.ts";
import type { WantedSite } from "../../src/publish/plan.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import type { DocumentKind } from "../../src/representation/cache-policy.ts";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import type { Representation } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { ledgerBut } from "../ledger/records.ts";

/** The edition that was published, and the one that is about to be. */
export const BEFORE = 1000;
export const NEXT = 2000;

/** A key, whatever it says. */
export function keyOf(text: string): StorageKey {
  return text as StorageKey;
}

/** A document whose value is as many bytes as its address has letters. */
export function representationOf(address: string, kind: DocumentKind = "page"): Representation {
  const value = new TextEncoder().encode(address);
  const tag = weakEntityTag(NEXT, address, "settings");
  return {
    metadata: {
      status: 200,
      kind,
      type: "text/plain",
      tag,
      lastModified: NEXT,
      pollSeconds: 900,
      sizeBytes: value.byteLength,
      stored: { gzip: 0, brotli: 0, identity: value.byteLength, index: 0 },
    },
    value,
  };
}

const NEW_RECORD: DocumentRecord = { digest: "new", edition: NEXT };
const OLD_RECORD: DocumentRecord = { digest: "old", edition: BEFORE };

/** A document that changed. */
export function changed(part: string, address: string): WantedDocument {
  return { key: keyOf(address), part, record: NEW_RECORD, representation: representationOf(address) };
}

/** A document that stays as it is. */
export function kept(part: string, address: string): WantedDocument {
  return { key: keyOf(address), part, record: OLD_RECORD, representation: null };
}

/** A site of such documents, with the ledger that remembers them. */
export function siteOf(documents: readonly WantedDocument[], fields: Partial<Ledger> = {}): WantedSite {
  const records = new Map(documents.map(({ key, record }) => [key as string, record]));
  const ledger = ledgerBut({ edition: NEXT, documents: records, ...fields });
  return { documents, count: documents.length, others: otherKeys(ledger), ledger };
}

/** A store that was published once, with documents at such addresses. */
export function publishedState(addresses: readonly string[], fields: Partial<Ledger> = {}): PublishedState {
  const documents = new Map(addresses.map((address) => [address, OLD_RECORD]));
  const ledger = ledgerBut({ edition: BEFORE, documents, ...fields });
  return {
    stored: { ...NOTHING_STORED, ledger },
    shown: ledger,
    ledger,
    journals: [],
    isInterrupted: false,
    lagSeconds: 0,
    ended: null,
  };
}
