import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import { withUnknown } from "../ledger/sealed.ts";
import { storedDocuments } from "../ledger/stored-documents.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Survey } from "./survey.ts";

/** How a store differs from what its ledger says. */
export interface Verification {
  /** How many documents are as they should be. */
  readonly sound: number;
  /** How many bodies were read; the others were told by their metadata. */
  readonly bodies: number;
  /** Documents whose body is not what their metadata say. */
  readonly corrupt: readonly StorageKey[];
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
  const expected = storedDocuments(ledger);
  for (const [key, { digest, seal }] of expected) {
    const found = documents.get(key);
    if (found === undefined) missing.push(key);
    else if (found.record.digest !== digest || found.seal !== seal) different.push(key);
  }
  const orphans = [...documents.keys()].filter((key) => !expected.has(key)) as StorageKey[];
  const sound = expected.size - missing.length - different.length;
  return { sound, bodies: 0, missing, different, corrupt: [], orphans, foreign };
}

/** Documents that are as the ledger says, by metadata. */
export function soundKeys(ledger: Ledger, { missing, different }: Verification): readonly StorageKey[] {
  const wrong = new Set([...missing, ...different]);
  return [...storedDocuments(ledger).keys()].filter((key) => !wrong.has(key)) as StorageKey[];
}

/** What is known once so many bodies were read, and these were corrupt. */
export function withBodies(
  found: Verification,
  bodies: number,
  corrupt: readonly StorageKey[],
): Verification {
  return { ...found, sound: found.sound - corrupt.length, bodies, corrupt };
}

/** Whether nothing is to be repaired. */
export function isSound(found: Verification): boolean {
  return wrongKeys(found).length === 0;
}

/** Every key that is to be repaired. */
export function wrongKeys({ missing, different, corrupt, orphans }: Verification): readonly string[] {
  return [...missing, ...different, ...corrupt, ...orphans];
}

/**
 * A ledger that admits what it does not know: the next bake writes what is missing, different or corrupt, and
 * deletes the orphans that the site does not want.
 */
export function forgetDifferences(ledger: Ledger, keys: readonly string[]): Ledger {
  if (keys.length === 0) return ledger;
  const documents = new Map<string, DocumentRecord>(ledger.documents);
  for (const key of keys) {
    documents.set(key, { digest: UNKNOWN_DIGEST, edition: documents.get(key)?.edition ?? ledger.edition });
  }
  return { ...ledger, documents, ...withUnknown(ledger, new Set(keys)) };
}
