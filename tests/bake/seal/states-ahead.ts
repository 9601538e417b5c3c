import { SumSet } from "../../../src/article/sum-set.ts";
import type { BakedState } from "../../../src/bake/bake-state.ts";
import type { PlacedDocument } from "../../../src/bake/document.ts";
import type { LaterState } from "../../../src/bake/later-states.ts";
import type { PlainMetadata } from "../../../src/bake/store-representation.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import type { DocumentKind } from "../../../src/representation/cache-policy.ts";
import { strongEntityTag } from "../../../src/representation/entity-tag.ts";
import type { Representation } from "../../../src/representation/representation.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { changeBut } from "../../ledger/records.ts";

/** What is told of a document in these tests. */
interface Told {
  readonly sizeBytes?: number;
  readonly kind?: DocumentKind;
}

const metadataOf = ({ sizeBytes = 5, kind = "page" }: Told): PlainMetadata => ({
  status: 200,
  kind,
  type: "text/plain",
  tag: strongEntityTag("0123456789abcdef"),
  lastModified: 1000,
  pollSeconds: 900,
  sizeBytes,
});

function documentOf(key: string, told: Told | null, place: number): PlacedDocument {
  const stored = { gzip: 0, brotli: 0, identity: 0, index: 0 };
  const representation: Representation | null = told && {
    metadata: { ...metadataOf(told), stored },
    value: new Uint8Array(),
  };
  const record = { digest: `digest of ${key}`, edition: 1000 };
  return { key: key as StorageKey, part: "other", record, representation, place };
}

/** A site whose documents are these; null are those that did not change. */
export function stateOf(documents: Readonly<Record<string, Told | null>>): BakedState {
  const all = Object.entries(documents).map(([key, told], place) => documentOf(key, told, place));
  const records = new Map(all.map(({ key, record }) => [key as string, record]));
  return {
    documents: all.filter(({ representation }) => representation !== null),
    pageFiles: [],
    count: all.length,
    others: all.map(({ key }) => key),
    known: new SumSet(),
    around: null,
    archives: {},
    ledger: { ...EMPTY_LEDGER, documents: records },
    problems: [],
  };
}

/** A site from an instant on, at which these documents change, but for some fields. */
export function laterAt(
  at: number,
  documents: Readonly<Record<string, Told>>,
  fields: Partial<LaterState> = {},
): LaterState {
  const state = stateOf(documents);
  return {
    ...state,
    change: changeBut({ at, documents: state.documents.map(({ key, record }) => [key, record]) }),
    files: [],
    told: new Map(Object.entries(documents).map(([key, told]) => [key, metadataOf(told)])),
    ...fields,
  };
}
