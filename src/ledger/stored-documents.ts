import type { EpochSeconds } from "../article/values.ts";
import { UNKNOWN_DIGEST } from "./document-digest.ts";
import type { Ledger } from "./ledger.ts";
import { sealedDigest, sealedStates } from "./sealed.ts";

/** A document as a store holds it: its first state, and the mark of those that come later. */
export interface StoredDocumentRecord {
  readonly digest: string;
  readonly seal: string;
}

/** What a store holds, by storage key, also what is not to be seen yet. */
export function storedDocuments(ledger: Ledger): ReadonlyMap<string, StoredDocumentRecord> {
  const states = sealedStates(ledger);
  const stored = new Map<string, StoredDocumentRecord>();
  for (const key of new Set([...ledger.documents.keys(), ...states.keys()])) {
    const later = states.get(key) ?? [];
    const present = ledger.documents.get(key);
    const [first, second] = later;
    const digest = (present ?? first?.record)?.digest ?? UNKNOWN_DIGEST;
    const next = present ? first : second;
    stored.set(key, {
      digest,
      seal: sealMark(present ? undefined : first?.at, next && { at: next.at, digest: sealedDigest(later) }),
    });
  }
  return stored;
}

/** Tells one arrangement of later states from another: when a document is there, and what comes then. */
export function sealMark(
  from: EpochSeconds | undefined,
  next: { readonly at: EpochSeconds; readonly digest: string } | undefined,
): string {
  return from === undefined && next === undefined ? "" : JSON.stringify([from, next?.at, next?.digest]);
}
