import type { Ledger } from "../ledger/ledger.ts";
import { sealedWithout } from "../ledger/sealed.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { WantedDocument } from "./document-stages.ts";

/** What is true of the store once a part of a publish is done: all but what is named. */
export function ledgerAfterPart(
  wanted: Ledger,
  before: Ledger,
  unwritten: readonly WantedDocument[],
  undeleted: readonly StorageKey[],
): Ledger {
  const documents = new Map(wanted.documents);
  const left = new Set<string>([...unwritten.map(({ key }) => key), ...undeleted]);
  for (const key of left) {
    const record = before.documents.get(key);
    if (record) documents.set(key, record);
    else documents.delete(key);
  }
  const { sealed: _, ...rest } = wanted;
  return { ...rest, documents, ...sealedWithout(wanted, before, left) };
}
