import type { Articles } from "../article/articles.ts";
import type { BakeInput } from "./bake-input.ts";
import { bakeState } from "./bake-state.ts";
import type { OpenBake } from "./open-bake.ts";
import { openBake } from "./open-bake.ts";
import type { SealedSite } from "./seal-states.ts";
import { sealStates } from "./seal-states.ts";
import type { BakeTimings, RepresentationStore } from "./store-representation.ts";
import { storeRepresentation, timedStore } from "./store-representation.ts";

/** A site, ready to publish. */
export interface BakedSite extends SealedSite {
  readonly articles: Articles;
  /** What a later bake may go by in the place of files that stay as they are. */
  readonly rememberable: OpenBake["rememberable"];
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
 * tells how many there are. What comes or goes by itself later is baked with it. `store` puts
 * representations away until they are published.
 */
export function* bakeSteps(
  bake: OpenBake,
  store: RepresentationStore = storeRepresentation,
): Generator<number, BakedSite> {
  const timed = timedStore(store, bake.input.clock, bake.startedMs);
  const present = yield* bakeState(bake, timed.store);
  const whole = yield* sealStates(bake, present, timed.store);
  const { articles, rememberable } = bake;
  return { ...whole, articles, rememberable, timings: timed.timings() };
}
