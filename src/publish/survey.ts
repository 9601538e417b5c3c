import { documentDigest, UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import { sealMark } from "../ledger/stored-documents.ts";
import { decodeWithMemory } from "../representation/decode-metadata.ts";
import { encodeMetadata, lastingMetadata } from "../representation/encode-metadata.ts";
import { pictureName } from "../representation/picture-address.ts";
import { RELEASES_KEY } from "../representation/releases.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { HUB_SECRET_KEY, HUBS_KEY, LEDGER_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import { isJournalKey } from "./listed-journals.ts";

/** A document as a listing shows it. */
export interface SurveyedDocument {
  readonly metadata: RepresentationMetadata;
  readonly record: DocumentRecord;
  /** What its metadata tell of later states (`sealMark`). */
  readonly seal: string;
}

/** What a store holds, told from metadata alone: no value is read. */
export interface Survey {
  /** By storage key. */
  readonly documents: ReadonlyMap<string, SurveyedDocument>;
  /** Keys that are no document of ours, nor the ledger: others keep something there. */
  readonly foreign: readonly string[];
}

/** Lists a store. A document of an earlier contract has a digest that equals nothing. */
export async function surveyStore(store: Store): Promise<Survey> {
  const documents = new Map<string, SurveyedDocument>();
  const foreign: string[] = [];
  for await (const { key, metadata: stored } of store.list()) {
    const metadata = decodeWithMemory(stored);
    if (metadata === null) {
      if (!isOwnName(key)) foreign.push(key);
      continue;
    }
    const isCurrent = JSON.stringify(encodeMetadata(metadata)) === JSON.stringify(stored);
    const { from, sealed, ...state } = metadata;
    const digest = isCurrent ? documentDigest(lastingMetadata(state)) : UNKNOWN_DIGEST;
    const { lastModified: edition, sizeBytes, inBucket } = metadata;
    const isSized = inBucket || pictureName(key) !== null;
    const record = { digest, edition, ...(isSized && { sizeBytes }), ...(inBucket && { inBucket }) };
    documents.set(key, { metadata, record, seal: sealMark(from, sealed) });
  }
  return { documents, foreign };
}

const OWN_NAMES: ReadonlySet<string> = new Set([LEDGER_KEY, HUBS_KEY, HUB_SECRET_KEY, RELEASES_KEY]);

function isOwnName(key: string): boolean {
  return OWN_NAMES.has(key) || key.startsWith(`${LEDGER_KEY}/`) || isJournalKey(key);
}
