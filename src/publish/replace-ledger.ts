import type { ExportedLedger } from "../ledger/exported.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { decodeMemory } from "../ledger/memory.ts";
import type { RememberedDocument, RememberedState } from "../ledger/rebuild.ts";
import { rebuildSealedLedger } from "../ledger/rebuild.ts";
import { NOTHING_STORED } from "../ledger/stored/stored-form.ts";
import type { Store } from "../store/store.ts";
import { ledgerEntries } from "./ledger-entries.ts";
import { listJournals } from "./listed-journals.ts";
import type { Survey } from "./survey.ts";
import { forgetDifferences } from "./verify.ts";

/** The ledger that a store's own documents tell of; `later` are the states that lie behind their present ones. */
export function rebuiltFrom({ documents }: Survey, later: readonly RememberedState[] = []): Ledger {
  const present: RememberedDocument[] = [];
  const states = [...later];
  for (const [key, { metadata, record }] of documents) {
    const document = { key, record, memory: decodeMemory(metadata.memory) };
    if (metadata.from === undefined) present.push(document);
    else states.push({ key, at: metadata.from, document });
  }
  return rebuildSealedLedger(present, states);
}

/**
 * An imported ledger over a store: articles and channels as imported, documents as they are. What is
 * sealed there is written anew.
 */
export function importedOver(imported: ExportedLedger, survey: Survey): Ledger {
  const { documents, edition, sealed = [] } = rebuiltFrom(survey);
  const stale = sealed.flatMap((change) => change.documents.map(([key]) => key));
  const ledger = { ...imported, edition: Math.max(imported.edition, edition), documents };
  return forgetDifferences(ledger, [...stale, ...keysWithStates(survey)]);
}

function keysWithStates({ documents }: Survey): readonly string[] {
  return [...documents].flatMap(([key, { metadata }]) => (metadata.sealed ? key : []));
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
