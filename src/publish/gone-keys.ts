import type { Ledger } from "../ledger/ledger.ts";
import { sealedStates } from "../ledger/sealed.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { WantedDocument } from "./document-stages.ts";

/**
 * Documents that are not wanted any more, by what two ledgers say that there is, or will be. All that are
 * new in the second are among the `changed`.
 */
export function goneKeys(next: Ledger, before: Ledger, changed: readonly WantedDocument[]): StorageKey[] {
  const ahead = sealedStates(next);
  const isNew = ({ key }: WantedDocument) => next.documents.has(key) && !before.documents.has(key);
  const stayed = next.documents.size - changed.filter(isNew).length;
  // Where all of them stay, nobody goes through them.
  const there = stayed === before.documents.size ? [] : before.documents.keys();
  const all = new Set([...there, ...sealedStates(before).keys()]);
  return [...all].filter((key) => !next.documents.has(key) && !ahead.has(key)) as StorageKey[];
}
