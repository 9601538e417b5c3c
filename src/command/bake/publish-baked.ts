import type { Problem } from "../../article/problem.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { publishOf } from "../../publish/listed-journals.ts";
import { noteReleases } from "../../publish/note-releases.ts";
import { notePings } from "../../publish/pending-pings.ts";
import type { Plan } from "../../publish/plan.ts";
import { publish } from "../../publish/publish.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import type { Topic } from "../../publish/topics.ts";
import { changedTopics } from "../../publish/topics.ts";
import type { FailedPing } from "../../publish/websub.ts";
import { pingHubs } from "../../publish/websub.ts";
import type { Release } from "../../representation/releases.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Progress } from "../reports/progress.ts";
import { megabytes } from "../reports/report.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import { rememberEdition } from "../stores/edition-guard.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import type { HubSite } from "../stores/own-hub.ts";
import { openOwnHub, ownHubUrl, publishToOwnHub } from "../stores/own-hub.ts";
import { rememberPublish } from "../stores/own-publish.ts";
import { PRODUCTION } from "../stores/worker-config.ts";

/** A plan, the site that it publishes, and the store as it was found. */
export interface PlannedPublish {
  readonly plan: Plan;
  readonly site: HubSite;
  readonly state: PublishedState;
  readonly opened: Pick<OpenedStore, "store" | "name">;
  /** Feeds that change by themselves. */
  readonly releases: BakedSite["releases"];
  /** Told how many writes and deletions are done by now. */
  readonly wrote: (done: number) => void;
}

/** Carries a plan out, remembers its edition and tells hubs. Gives what is to be told of them. */
export async function publishBaked(
  { plan, site, state, releases, opened: { store, name }, wrote }: PlannedPublish,
  flags: BakeFlags,
  watch: Stopwatch,
  progress: Progress,
): Promise<Problem[]> {
  progress.stage("Writing");
  // A preview is nobody's news.
  const own = ownHubUrl(site);
  const others = flags.remote && flags.env === PRODUCTION ? site.hubs.filter((hub) => hub !== own) : [];
  const journal = plan.stages[0]?.[0];
  const topics = changedTopics(plan, site.url);
  const ownHub = await watch.time("publish", () => openOwnHub(site, store, flags));
  const hubs = own && ownHub ? [own, ...others] : others;
  const clock = () => (flags.now === undefined ? Math.floor(Date.now() / 1000) : flags.now);
  const news = await watch.time("publish", async () => {
    // The site's own hub keeps what is to come by itself.
    const opened = await noteReleases(store, others, releases.map(releaseOf(site.url)), plan.edition);
    const noted = await notePings(
      store,
      hubs,
      plan.put === 0 ? topics : [...topics, ...opened.map(openedTopic)],
    );
    if (plan.put > 0 && flags.now === undefined) await untilNow(plan.edition);
    if (flags.remote && journal) rememberPublish(flags.persistTo, publishOf(journal.key));
    let isUploading = false;
    const told = (done: number, total: number) => {
      wrote(done);
      if (isUploading) progress.stage("Writing");
      isUploading = false;
      progress.count(done, total);
    };
    const uploaded = (doneBytes: number, totalBytes: number) => {
      if (!isUploading) progress.stage(`Uploading ${megabytes(totalBytes)} of media, MB by MB:`);
      isUploading = true;
      progress.count(Math.round(doneBytes / 1e6), Math.round(totalBytes / 1e6));
    };
    await publish(plan, state, store, told, clock, uploaded);
    if (plan.put > 0) rememberEdition(flags.persistTo, name, plan.edition);
    return noted;
  });
  // At once: it is given the bytes, and need not look for them.
  const toOwn = (own && news.get(own)) || [];
  if (toOwn.length > 0) progress.stage("Telling the site's own hub");
  const { left, problems } =
    ownHub === null
      ? { left: [], problems: [] }
      : await watch.time("publish", () =>
          publishToOwnHub(ownHub, toOwn, site, {
            plan,
            store,
            nowSeconds: clock(),
            releases: releases.map(releaseOf(site.url)),
          }),
        );
  const settled = new Map(own && ownHub ? [[own, left]] : []);
  const unheard = await pingHubs(store, news, topics, {
    progress: (stage) => progress.stage(stage),
    settled,
  });
  return [...problems, ...unheard.map(hubProblem)];
}

function releaseOf(origin: string) {
  return ({ at, feeds }: BakedSite["releases"][number]): Release => ({
    at,
    topics: feeds.map((key) => `${origin}${key}`),
  });
}

/** A feed that has changed by itself: the edge has shown it since. */
function openedTopic(url: string): Topic {
  return { url, tag: "" };
}

/**
 * Waits until the clock has reached an edition, which may lie up to two seconds ahead of it: a
 * `Last-Modified` after `Date` would not be one (RFC 9110 §8.8.2.1).
 */
async function untilNow(edition: EpochSeconds): Promise<void> {
  const aheadMs = edition * 1000 - Date.now();
  if (aheadMs > 0) await new Promise((done) => setTimeout(done, aheadMs));
}

/** A hub that did not hear of a publish: subscribers who poll see it all the same. */
function hubProblem({ hub, reason }: FailedPing): Problem {
  const message = `the hub ${hub} rejected the ping (${reason}); the next publish pings it again`;
  return { file: SETTINGS_FILE, line: null, severity: "warning", message };
}
