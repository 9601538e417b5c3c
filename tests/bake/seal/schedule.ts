import { expect } from "vitest";
import { bakeState } from "../../../src/bake/bake-state.ts";
import { openBake } from "../../../src/bake/open-bake.ts";
import { storeRepresentation } from "../../../src/bake/store-representation.ts";
import { planPublish } from "../../../src/publish/plan.ts";
import { publish } from "../../../src/publish/publish.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Files } from "../../publish/publish-files.ts";
import { inputOf, publishFiles, stateOf } from "../../publish/publish-files.ts";
import { shownAt } from "./shown-at.ts";

/** Publishes what there is at an instant, and nothing ahead of it. Gives when the next article comes or goes. */
export async function publishPresent(
  files: Files,
  store: MemoryStore,
  now: number,
): Promise<readonly number[]> {
  const state = await stateOf(store);
  const open = openBake(inputOf(files, state, now));
  const steps = bakeState(open, storeRepresentation);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    await publish(planPublish(step.value, state, Infinity), state, store);
    return open.instants;
  }
}

/** Two stores of one site: one is baked now and then, the other also whenever something comes or goes. */
export class TwoSites {
  readonly sealed = new MemoryStore();
  readonly stepwise = new MemoryStore();
  #files: Files = {};
  #ahead: readonly number[] = [];

  /** Bakes a folder into both. */
  async bake(files: Files, now: number): Promise<void> {
    await this.#letCome(now);
    this.#files = files;
    await publishFiles(files, this.sealed, now);
    this.#ahead = await publishPresent(files, this.stepwise, now);
  }

  /** Checks that both show the same at an instant. */
  async compare(now: number): Promise<void> {
    await this.#letCome(now);
    const [sealed, stepwise] = [await shownAt(this.sealed, now), await shownAt(this.stepwise, now)];
    expect([...sealed.keys()].sort()).toEqual([...stepwise.keys()].sort());
    for (const [key, shown] of stepwise) expect(sealed.get(key), `${key} at ${now}`).toEqual(shown);
  }

  /** Each instant that has passed is a bake of the other store. */
  async #letCome(now: number): Promise<void> {
    for (let [next = Infinity] = this.#ahead; next <= now; [next = Infinity] = this.#ahead) {
      this.#ahead = await publishPresent(this.#files, this.stepwise, next);
    }
  }
}
