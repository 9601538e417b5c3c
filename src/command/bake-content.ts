import type { BakedPart } from "../bake/bake-documents.ts";
import { bakeDocuments } from "../bake/bake-documents.ts";
import type { BakedSite } from "../bake/bake-site.ts";
import { closeBake } from "../bake/bake-site.ts";
import type { StoredBody } from "../bake/compress.ts";
import { storeBody } from "../bake/compress.ts";
import type { BakeInput, OpenBake } from "../bake/open-bake.ts";
import { openBake } from "../bake/open-bake.ts";
import type { Spool } from "../folder/spool.ts";
import { FORMAT_NAMES } from "../render/feeds/formats.ts";
import type { ThreadPool } from "./threads/thread-pool.ts";
import { ThreadedStore } from "./threads/threaded-store.ts";

/** Told how many documents there are by now, and how many there may be. */
export type BakeProgress = (documents: number, total: number) => void;

/** Where bodies are compressed, and where they wait. */
export interface BakePlace {
  /** Where a few bodies wait. */
  readonly spool: Spool;
  /** Where there is much to do. */
  readonly threads: ThreadPool | null;
  readonly folder: string;
}

/** Documents between two looks at what threads have done. */
const STEP = 25;

/** Bakes a site, with threads that compress what this one renders. Gives what `bakeSite` gives. */
export async function bakeContent(
  input: BakeInput,
  { spool, threads, folder }: BakePlace,
  progress: BakeProgress,
): Promise<BakedSite> {
  const started = input.clock();
  const threaded = threads && new ThreadedStore(threads, folder, spool);
  const bake = openBake({
    ...input,
    store: threaded?.store ?? ((...body) => spooledBody(storeBody(...body), spool)),
  });
  const expected = expectedDocuments(bake);
  const parts: BakedPart[] = [];
  for (const part of bakeDocuments(bake)) {
    parts.push(part);
    if (parts.length % STEP !== 0) continue;
    progress(parts.length, Math.max(parts.length, expected));
    await new Promise((done) => setImmediate(done));
  }
  await threaded?.settled();
  return closeBake(bake, parts, started);
}

/** About as many as there will be: pages, archives and channels; what a site has but once hardly counts. */
function expectedDocuments({ articles, identified, remembered, channels }: OpenBake): number {
  const windows = Math.floor(identified.records.length / remembered.windowSize);
  return articles.length + FORMAT_NAMES.length * windows + (FORMAT_NAMES.length + 1) * channels.length;
}

function spooledBody({ value, stored }: StoredBody, spool: Spool): StoredBody {
  const read = spool.keep(value);
  return {
    stored,
    get value() {
      return read();
    },
  };
}
