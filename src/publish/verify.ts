import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { UNKNOWN_DIGEST } from "./journal.ts";
import type { Survey } from "./survey.ts";

/** How a store differs from what its ledger says. */
export interface Verification {
  /** How many documents are as they should be. */
  readonly sound: number;
  /** In the ledger, not in the store. */
  readonly missing: readonly string[];
  /** Another edition, another body or other metadata than the ledger says. */
  readonly different: readonly string[];
  /** Documents that the ledger does not know. */
  readonly orphans: readonly StorageKey[];
  /** Keys of others, which are never touched. */
  readonly foreign: readonly string[];
}

/** Compares a store with its ledger, by metadata alone. */
export function verifyStore({ documents, foreign }: Survey, ledger: Ledger): Verification {
  const missing: string[] = [];
  const different: string[] = [];
  for (const [key, { digest }] of ledger.documents) {
    const found = documents.get(key);
    if (found === undefined) missing.push(key);
    else if (found.record.digest !== digest) different.push(key);
  }
  const orphans = [...documents.keys()].filter((key) => !ledger.documents.has(key)) as StorageKey[];
  const sound = ledger.documents.size - missing.length - different.length;
  return { sound, missing, different, orphans, foreign };
}

/** Whether nothing is to be repaired. */
export function isSound({ missing, different, orphans }: Verification): boolean {
  return missing.length + different.length + orphans.length === 0;
}

/**
 * A ledger that admits what it does not know: the next bake writes what is missing or different, and
 * deletes the orphans that the site does not want.
 */
export function forgetDifferences(
  ledger: Ledger,
  { missing, different, orphans }: Pick<Verification, "missing" | "different" | "orphans">,
): Ledger {
  const documents = new Map<string, DocumentRecord>(ledger.documents);
  for (const key of [...missing, ...different, ...orphans]) {
    documents.set(key, { digest: UNKNOWN_DIGEST, edition: documents.get(key)?.edition ?? ledger.edition });
  }
  return { ...ledger, documents };
}
