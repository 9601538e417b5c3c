import { NOTHING_STORED } from "../ledger/codec.ts";
import type { ExportedLedger } from "../ledger/exported.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { decodeMemory } from "../ledger/memory.ts";
import { rebuildLedger } from "../ledger/rebuild.ts";
import type { Store } from "../store/store.ts";
import { ledgerEntries } from "./ledger-entries.ts";
import { listJournals } from "./listed-journals.ts";
import type { Survey } from "./survey.ts";

/** The ledger that a store's own documents tell of. */
export function rebuiltFrom({ documents }: Survey): Ledger {
  return rebuildLedger(
    [...documents].map(([key, { metadata, record }]) => ({
      key,
      record,
      memory: decodeMemory(metadata.memory),
    })),
  );
}

/** An imported ledger over a store: articles and channels as imported, documents as they are. */
export function importedOver(imported: ExportedLedger, survey: Survey): Ledger {
  const { documents, edition } = rebuiltFrom(survey);
  return { ...imported, edition: Math.max(imported.edition, edition), documents };
}

/** Writes a ledger over whatever the store remembers, shards before the head; every journal ends with it. */
export async function replaceLedger(ledger: Ledger, store: Store): Promise<void> {
  const journals = await listJournals(store);
  const settled = journals.flatMap(({ publish }) => publish ?? []);
  const { shards, head } = ledgerEntries(ledger, NOTHING_STORED, { publish: null, settled });
  if (shards.length > 0) await store.put(shards);
  await store.put([head]);
  if (journals.length > 0) await store.delete(journals.map(({ key }) => key));
}
