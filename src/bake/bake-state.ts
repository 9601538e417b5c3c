import type { Problem } from "../article/problem.ts";
import type { SumSet } from "../article/sum-set.ts";
import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import { bakeDocuments } from "./bake-documents.ts";
import type { PlacedDocument } from "./document.ts";
import type { OpenBake } from "./open-bake.ts";
import type { KnownBefore } from "./seen-documents.ts";
import { SeenDocuments } from "./seen-documents.ts";
import type { RepresentationStore } from "./store-representation.ts";

/** A site as it is at one instant. */
export interface BakedState {
  /** Those that are written, in the order of publishing. */
  readonly documents: readonly PlacedDocument[];
  /** How many there are, with those that stay as they are. */
  readonly count: number;
  /** Keys at no article's address, in the order of the ledger. */
  readonly others: Iterable<string>;
  /** What is known of media files and other parts of pages. */
  readonly pageFiles: readonly DocumentRecord[];
  /** What a later bake may know of all of them. */
  readonly known: SumSet;
  /** What pages of articles have around them; null where none of theirs may stay as they are. */
  readonly around: string | null;
  /** How many archive windows each channel has, by a key of the first. */
  readonly archives: Readonly<Record<string, number>>;
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** Bakes a site as it is at the instant for which it was opened; after each document it tells how many there are. */
export function* bakeState(bake: OpenBake, store: RepresentationStore): Generator<number, BakedState> {
  const { channels, edition, records, remembered } = bake;
  const documents: PlacedDocument[] = [];
  const seen = new SeenDocuments(records, knownBefore(bake));
  const problems = [...bake.problems];
  for (const { document, problems: found } of bakeDocuments(bake, store, undefined, seen)) {
    if (document?.representation) documents.push(document);
    for (const one of found) problems.push(one);
    yield seen.size;
  }
  const ledger: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: records,
    documents: seen.records,
  };
  const { known, around, archives, pageFiles, size: count } = seen;
  return { documents, count, pageFiles, others: seen.others(), known, around, archives, ledger, problems };
}

/** So many sums for a document may be known before those that mean nothing any more are left out. */
const MOST_SUMS = 2;

/** What an earlier bake knew, where it may stay known without being asked for; null where it has to be found again. */
function knownBefore({ input: { remembered, known, ledger } }: OpenBake): KnownBefore | null {
  if (remembered === undefined || known === undefined) return null;
  const { documents, articles } = ledger;
  return known.size <= MOST_SUMS * documents.size ? { known, documents, articles } : null;
}
