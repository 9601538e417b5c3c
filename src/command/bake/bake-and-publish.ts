import type { BakeInput } from "../../bake/bake-input.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { bakeSkippingInvalid } from "../../bake/skip-invalid.ts";
import type { Spool } from "../../cache/spool.ts";
import { EMPTY_LEDGER } from "../../ledger/ledger.ts";
import { changesBetween } from "../../publish/changes.ts";
import { planPublish } from "../../publish/plan.ts";
import { redrawnPages } from "../../publish/redrawn-pages.ts";
import { readState, stateAsOf } from "../../publish/stored-ledger.ts";
import { readyBucket } from "../../publish/upload-objects.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import type { Found } from "../reports/bake-report.ts";
import type { Progress } from "../reports/progress.ts";
import { partLine, plural, redrawnLine } from "../reports/report.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import { openStore } from "../stores/open-store.ts";
import { WORTH_THREADS } from "../threads/thread-pool.ts";
import { bakeContent } from "./bake-content.ts";
import { bakeInput } from "./bake-input.ts";
import {
  bakeInstant,
  refuseErrors,
  refuseHarm,
  refuseOlderWorker,
  refuseOtherSite,
} from "./bake-refusals.ts";
import { freeMemory } from "./heap.ts";
import { knownShards } from "./known-shards.ts";
import { publishBaked } from "./publish-baked.ts";
import { publishParts } from "./publish-parts.ts";
import type { Content } from "./read-content.ts";
import { rememberSettled } from "./remember-settled.ts";
import { rememberSite } from "./remember-site.ts";
import { siteCards } from "./site-cards.ts";
import type { SiteLook } from "./site-look.ts";
import { sitePictures } from "./site-pictures.ts";
import { stateFor } from "./state-for.ts";
import { storageAfter } from "./storage-after.ts";

const clock = () => performance.now();

/** What a bake works with. */
export interface BakeTools {
  readonly openLocal: OpenLocal | undefined;
  readonly watch: Stopwatch;
  readonly progress: Progress;
  /** How the site lay there when it began; null where that says nothing. */
  readonly look: SiteLook | null;
  /** Whether it begins again since something was gone that was remembered of the ledger. */
  readonly areShardsLost?: boolean;
}

/** Bakes the content of a folder, and publishes that. What comes of it is written into `found`, as far as it came. */
export async function bakeAndPublish(
  found: Found,
  content: Content,
  spool: Spool,
  flags: BakeFlags,
  { openLocal, watch, progress, look, areShardsLost }: BakeTools,
): Promise<void> {
  const { folder, count, cache } = content;
  const needsAddress = flags.url === undefined && folder.site.homeHost === null;
  const opened = await watch.time("publish", () =>
    openStore(flags, { needsAddress, writes: !flags.dryRun }, openLocal),
  );
  const { store, freshness } = opened;
  try {
    const now = bakeInstant(flags);
    const shards = knownShards(cache, store, flags, areShardsLost);
    const read = await watch.time("publish", () => readState(store, { ...freshness, shards }));
    const state = stateFor(read, content, flags, now);
    const pictured = await watch.time("pictures", () => sitePictures(content, state.ledger, flags, progress));
    const cards = await watch.time("pictures", () => siteCards(content, state.ledger, progress));
    const ofFolder = [...folder.problems, ...pictured.problems];
    found.problems = ofFolder;
    found.pictures = pictured;
    progress.stage(`Baking ${plural(count, "article")}`);
    const input = await bakeInput(content, { media: pictured.media, cards }, state, opened, flags, {
      now,
      clock,
    });
    const baked = await bakeAll(input, spool, flags, progress);
    cache.rememberDocuments(baked.known);
    if (baked.documents.length >= WORTH_THREADS.pages) await freeMemory();
    watch.add("render", baked.timings.renderMs);
    watch.add("compress", baked.timings.compressMs);
    found.articles = baked.articles;
    found.documents = baked.count;
    found.sealed = baked.sealed;
    found.problems = [...ofFolder, ...baked.problems];
    refuseErrors(found.problems, flags);

    const plan = await watch.time("plan", () => planPublish(baked, state, flags.maxWrites ?? Infinity));
    found.plan = plan;
    found.storage = await watch.time("publish", () => storageAfter(plan, baked, store, flags));
    found.redrawn = redrawnPages(baked.documents, state.ledger, baked.ledger);
    if (found.redrawn !== null) progress.note(redrawnLine(found.redrawn, plan));
    await watch.time("publish", () => readyBucket(plan.stages.flat(), store));
    found.changes = changesBetween(flags.replaceSite ? EMPTY_LEDGER : state.shown, baked.ledger);
    if (!flags.ownStore) refuseOtherSite({ before: state.ledger, next: baked.ledger, input, opened }, flags);
    refuseHarm(state.ledger, baked.ledger, flags);
    if (flags.dryRun) return;
    await refuseOlderWorker(plan, opened);
    const { releases } = baked;
    const parts = await publishParts({
      site: baked,
      state,
      plan,
      maxWrites: flags.maxWrites ?? Infinity,
      async publish(part, state) {
        if (part.left > 0 && flags.maxWrites === undefined) progress.note(partLine(part));
        const before = found.written;
        const wrote = (done: number) => {
          found.written = before + done;
        };
        const published = { plan: part, site: input.site, state, opened, releases, wrote };
        return publishBaked(published, flags, watch, progress);
      },
      async readAgain() {
        const again = { ...freshness, newestEdition: plan.edition, shards };
        return stateAsOf(await watch.time("publish", () => readState(store, again)), now);
      },
    });
    if (parts.plan.left > 0) found.plan = parts.plan;
    const timingsMs = watch.read();
    const last = { plan: parts.plan, state: parts.state === state ? read : parts.state };
    const ended = { found, content, opened, needsAddress, input, releases, timingsMs, ...last };
    if (look !== null) {
      rememberSettled(look, ended);
      const told = new Set(baked.problems.map(({ file }) => file));
      const { rememberable, sealed, around, archives } = baked;
      rememberSite({ content, input, rememberable, told, sealed, around, archives, look, ...last });
    }
    found.problems = [...found.problems, ...parts.problems];
  } finally {
    await watch.time("publish", () => store.close());
  }
}

/** What is left of a baked site once its articles are let go of. */
type Baked = Omit<BakedSite, "articles"> & { readonly articles: number };

async function bakeAll(input: BakeInput, spool: Spool, flags: BakeFlags, progress: Progress): Promise<Baked> {
  const bake = (input: BakeInput) =>
    bakeContent(input, spool, (documents, total) => progress.count(documents, total));
  const { articles, ...rest } = await (flags.skipInvalid ? bakeSkippingInvalid(input, bake) : bake(input));
  return { ...rest, articles: articles.length };
}
