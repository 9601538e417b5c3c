import type { Ledger } from "../ledger/ledger.ts";
import { sealedStates } from "../ledger/sealed.ts";
import { headKeys } from "../ledger/stored/unread-documents.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { WantedDocument } from "./document-stages.ts";

/**
 * Documents that are not wanted any more, by what two ledgers say that there is, or will be. All that are
 * new in the second are among the `changed`.
 */
export function goneKeys(next: Ledger, before: Ledger, changed: readonly WantedDocument[]): StorageKey[] {
  const isNew = ({ key }: WantedDocument) => next.documents.has(key) && !before.documents.has(key);
  const stayed = next.documents.size - changed.filter(isNew).length;
  const missing = before.documents.size - stayed;
  const isGone = (key: string) => !next.documents.has(key);
  // Where all of them stay, nobody goes through them; nor through those of articles where no page of one went.
  const first = missing === 0 ? [] : [...headKeys(before.documents)].filter(isGone);
  const gone = first.length === missing ? first : [...before.documents.keys()].filter(isGone);
  const ahead = sealedStates(next);
  const all = new Set([...gone, ...[...sealedStates(before).keys()].filter(isGone)]);
  return [...all].filter((key) => !ahead.has(key)) as StorageKey[];
}
