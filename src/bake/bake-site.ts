import type { Article } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { BakedDocument } from "./bake-document.ts";
import { bakeDocuments } from "./bake-documents.ts";
import type { BakeInput, OpenBake } from "./open-bake.ts";
import { openBake } from "./open-bake.ts";
import type { BakeTimings, RepresentationStore } from "./store-representation.ts";
import { storeRepresentation, timedStore } from "./store-representation.ts";

/** A site, ready to publish. */
export interface BakedSite {
  readonly articles: readonly Article[];
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly timings: BakeTimings;
}

/**
 * Bakes a site. The same input gives the same output, on any machine. Throws `ClockBehindError`
 * where `now` lies before what was already published.
 */
export function bakeSite(input: BakeInput, store?: RepresentationStore): BakedSite {
  const steps = bakeSteps(openBake(input), store);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Bakes an open site, document after document, so that others can work between two; after each it
 * tells how many there are. `store` puts representations away until they are published.
 */
export function* bakeSteps(
  bake: OpenBake,
  store: RepresentationStore = storeRepresentation,
): Generator<number, BakedSite> {
  const { articles, channels, edition, records, remembered, input, startedMs } = bake;
  const timed = timedStore(store, input.clock, startedMs);
  const documents: BakedDocument[] = [];
  const problems = [...bake.problems];
  for (const { document, problems: found } of bakeDocuments(bake, timed.store)) {
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
  return { articles, documents, ledger, problems, timings: timed.timings() };
}
