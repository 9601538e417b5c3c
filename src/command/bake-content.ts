import type { BakedPart } from "../bake/bake-documents.ts";
import { bakeDocuments } from "../bake/bake-documents.ts";
import type { BakedSite } from "../bake/bake-site.ts";
import { closeBake } from "../bake/bake-site.ts";
import type { BakeInput, OpenBake } from "../bake/open-bake.ts";
import { openBake } from "../bake/open-bake.ts";
import { storeRepresentation } from "../bake/store-representation.ts";
import type { Spool } from "../folder/spool.ts";
import { FORMAT_NAMES } from "../render/feeds/formats.ts";
import type { Representation } from "../representation/representation.ts";
import { WORTH_THREADS, withThreads } from "./threads/thread-pool.ts";
import { ThreadedStore } from "./threads/threaded-store.ts";

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
  worthThreads = WORTH_THREADS,
): Promise<BakedSite> {
  const started = input.clock();
  const bake = openBake({ ...input, store: (...made) => spooled(storeRepresentation(...made), spool) });
  if (newPages(bake) < worthThreads) return closeBake(bake, await baked(bake, progress), started);
  return withThreads(async (threads) => {
    const { store, settled } = new ThreadedStore(threads, spool);
    const parts = await baked({ ...bake, input: { ...bake.input, store } }, progress);
    await settled();
    return closeBake(bake, parts, started);
  });
}

async function baked(bake: OpenBake, progress: BakeProgress): Promise<BakedPart[]> {
  const expected = expectedDocuments(bake);
  const parts: BakedPart[] = [];
  for (const part of bakeDocuments(bake)) {
    parts.push(part);
    if (parts.length % STEP === 0) await new Promise((done) => setImmediate(done));
    if (parts.length % TOLD_EVERY === 0) progress(parts.length, Math.max(parts.length, expected));
  }
  return parts;
}

/** How many articles have a page that is not known to be what was published. */
function newPages({ articles, input: { ledger, known } }: OpenBake): number {
  return articles.filter(({ address }) => {
    const digest = ledger.documents.get(address)?.digest;
    return digest === undefined || digest !== known?.get(address)?.digest;
  }).length;
}

/** About as many as there will be: pages, archives and channels; what a site has but once hardly counts. */
function expectedDocuments({ articles, records, remembered, channels }: OpenBake): number {
  const windows = Math.floor(records.length / remembered.windowSize);
  return articles.length + FORMAT_NAMES.length * windows + (FORMAT_NAMES.length + 1) * channels.length;
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
