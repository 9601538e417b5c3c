import type { Problem } from "../article/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { bakeDocuments } from "./bake-documents.ts";
import type { BakedDocument } from "./document.ts";
import type { OpenBake } from "./open-bake.ts";
import type { RepresentationStore } from "./store-representation.ts";

/** A site as it is at one instant. */
export interface BakedState {
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** Bakes a site as it is at the instant for which it was opened; after each document it tells how many there are. */
export function* bakeState(bake: OpenBake, store: RepresentationStore): Generator<number, BakedState> {
  const { channels, edition, records, remembered } = bake;
  const documents: BakedDocument[] = [];
  const problems = [...bake.problems];
  for (const { document, problems: found } of bakeDocuments(bake, store)) {
    if (document !== null) documents.push(document);
    for (const one of found) problems.push(one);
    yield documents.length;
  }
  const ledger: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  return { documents, ledger, problems };
}
