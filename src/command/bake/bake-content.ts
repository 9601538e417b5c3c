import type { BakeInput } from "../../bake/bake-input.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { bakeSteps } from "../../bake/bake-site.ts";
import type { OpenBake } from "../../bake/open-bake.ts";
import { openBake } from "../../bake/open-bake.ts";
import type { RepresentationStore } from "../../bake/store-representation.ts";
import { storeRepresentation } from "../../bake/store-representation.ts";
import type { Spool } from "../../cache/spool.ts";
import { countUnknown } from "../../ledger/stored/unread-documents.ts";
import type { Representation } from "../../representation/representation.ts";
import { WORTH_THREADS, withThreads } from "../threads/thread-pool.ts";
import { ThreadedStore } from "../threads/threaded-store.ts";
import { expectedDocuments } from "./expected-documents.ts";
import { freeMemory, spareHeap } from "./heap.ts";

/** Told how many documents there are by now, and how many there may be. */
export type BakeProgress = (documents: number, total: number) => void;

/** Documents between two looks at what threads have done, and between two words on how far it is. */
const STEP = 25;
const TOLD_EVERY = 500;

/**
 * Bakes a site, with threads that compress what this one renders where there is much of it. Gives what
 * `bakeSite` gives; values wait in `spool` and in files beside its.
 */
export async function bakeContent(
  input: BakeInput,
  spool: Spool,
  progress: BakeProgress,
  worthThreads: number = WORTH_THREADS.pages,
): Promise<BakedSite> {
  const bake = openBake(input);
  const pages = newPages(bake);
  if (pages < worthThreads) {
    return driven(bake, (...made) => spooled(storeRepresentation(...made), spool), progress);
  }
  spareHeap(pages);
  await freeMemory();
  return withThreads(async (threads) => {
    const { store, settled } = new ThreadedStore(threads, spool);
    const baked = await driven(bake, store, progress);
    const waitsSince = input.clock();
    await settled();
    const { renderMs, compressMs } = baked.timings;
    return { ...baked, timings: { renderMs, compressMs: compressMs + input.clock() - waitsSince } };
  });
}

/** Bakes to the end; now and then it makes way for what threads have to say, and tells how far it is. */
async function driven(
  bake: OpenBake,
  store: RepresentationStore,
  progress: BakeProgress,
): Promise<BakedSite> {
  const expected = expectedDocuments(bake);
  const steps = bakeSteps(bake, store);
  for (let step = 1; ; step += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % STEP === 0) await new Promise((resolve) => setImmediate(resolve));
    if (step % TOLD_EVERY === 0) progress(value, Math.max(value, expected));
  }
}

/** About how many articles have a page that is not known to be what was published. */
function newPages({ articles, edition, input: { ledger, known } }: OpenBake): number {
  if (known === undefined || known.size === 0) return articles.length;
  const edited = articles.ordinals.filter((one) => articles.of.edition(one) === edition).length;
  return edited + countUnknown(ledger) + Math.max(0, articles.length - ledger.documents.size);
}

function spooled({ metadata, value }: Representation, spool: Spool): Representation {
  const read = spool.keep(value);
  return {
    metadata,
    storedBytes: value.byteLength,
    get value() {
      return read();
    },
  };
}
