import type { Problem } from "../article/problem.ts";
import { compareProblems } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { BakedSite } from "../bake/bake-site.ts";
import { bakeSite } from "../bake/bake-site.ts";
import { bakeSkippingInvalid } from "../bake/skip-invalid.ts";
import { readFolder, SETTINGS_FILE } from "../folder/read-folder.ts";
import { readFeedStylesheet, readStylesheet } from "../folder/stylesheet.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { EMPTY_LEDGER } from "../ledger/ledger.ts";
import type { Changes } from "../publish/changes.ts";
import { changesBetween } from "../publish/changes.ts";
import { harmOf } from "../publish/harm.ts";
import { noteNews } from "../publish/pending-pings.ts";
import type { Plan } from "../publish/plan.ts";
import { planPublish } from "../publish/plan.ts";
import { publish } from "../publish/publish.ts";
import { readState } from "../publish/stored-ledger.ts";
import { changedTopics } from "../publish/topics.ts";
import type { FailedPing } from "../publish/websub.ts";
import { tellHubs } from "../publish/websub.ts";
import type { BakeFlags, RemoteFlags } from "./bake-flags.ts";
import { bakeCommandLine, withRemote } from "./bake-flags.ts";
import { changeLines, countChanges } from "./change-lines.ts";
import { rememberEdition } from "./edition-guard.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";
import type { OpenLocal } from "./open-store.ts";
import { openStore } from "./open-store.ts";
import { openProgress } from "./progress.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { PRODUCTION } from "./remote-site.ts";
import type { BakeReport } from "./report.ts";
import { plural, problemLines, summaryLines } from "./report.ts";
import { Stopwatch } from "./stopwatch.ts";

const clock = () => performance.now();

/** `npm run bake -- [flags]`: bakes a folder and publishes what changed. Gives the exit code. */
export async function runBake(args: readonly string[]): Promise<number> {
  const command = withRemote(bakeCommandLine("bake").option("--remote", "publish to Cloudflare"));
  const flags = parseFlags<BakeFlags & RemoteFlags>(command, args);
  const exitCode = await bakeAndTell(flags);
  if (exitCode === EXIT.done && !flags.json && !flags.dryRun && !flags.remote) {
    process.stdout.write(`To look at it: npm run serve${serveHint(flags)}\n`);
  }
  return exitCode;
}

/** Bakes, and tells a person or a program what came of it. Gives the exit code. */
export async function bakeAndTell(flags: BakeFlags): Promise<number> {
  const { report, changes } = await bake(flags);
  const people = flags.json ? process.stderr : process.stdout;
  for (const line of problemLines(report.problems, process.stderr)) process.stderr.write(`${line}\n`);
  if (flags.dryRun && report.refusal === null) {
    for (const line of changeLines(changes, { verbose: flags.verbose ?? false })) people.write(`${line}\n`);
  }
  for (const line of summaryLines(report, { dryRun: flags.dryRun ?? false })) people.write(`${line}\n`);
  if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.refusal === null ? EXIT.done : EXIT.refused;
}

/** What a bake tells a program, and what it means for the articles. */
export interface BakeOutcome {
  readonly report: BakeReport;
  readonly changes: Changes;
}

/** Bakes and publishes. Bad content and refusals are in the report; faults are thrown. */
export async function bake(flags: BakeFlags, openLocal?: OpenLocal): Promise<BakeOutcome> {
  const watch = new Stopwatch(clock);
  const progress = openProgress(process.stderr, clock);
  const found: Found = {
    problems: [],
    site: null,
    plan: null,
    changes: changesBetween(EMPTY_LEDGER, EMPTY_LEDGER),
  };
  try {
    progress.stage("Reading articles");
    await bakeInto(found, flags, openLocal, watch, progress);
    return { report: reportOf(found, watch, null), changes: found.changes };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    return { report: reportOf(found, watch, cause.message), changes: found.changes };
  } finally {
    progress.end();
  }
}

/** What a bake knows so far, for the report of one that stops half way. */
interface Found {
  problems: readonly Problem[];
  site: BakedSite | null;
  plan: Plan | null;
  changes: Changes;
}

async function bakeInto(
  found: Found,
  flags: BakeFlags,
  openLocal: OpenLocal | undefined,
  watch: Stopwatch,
  progress: ReturnType<typeof openProgress>,
): Promise<void> {
  const { drafts = false, verbose = false } = flags;
  const folder = readFolder(flags.content, { drafts, verbose, clock });
  watch.add("read", folder.timings.readMs);
  watch.add("parse", folder.timings.parseMs);
  found.problems = folder.problems;
  refuseErrors(found.problems, flags);

  const needsAddress = flags.url === undefined && folder.site.homeHost === null;
  const { store, name, freshness, address } = await watch.time("publish", () =>
    openStore(flags, { needsAddress }, openLocal),
  );
  try {
    const state = await watch.time("publish", () => readState(store, freshness));
    progress.stage(`Baking ${plural(folder.articles.length, "article")}`);
    const site = { ...folder.site, url: siteUrl(folder.site, { ...address, ...flags }) };
    const now = flags.now ?? Math.floor(Date.now() / 1000);
    const { articles: sources, media } = folder;
    const baked = (flags.skipInvalid ? bakeSkippingInvalid : bakeSite)({
      site,
      sources,
      media,
      stylesheet: readStylesheet(),
      feedStylesheet: readFeedStylesheet(),
      ledger: state.ledger,
      now,
      clock,
    });
    watch.add("render", baked.timings.renderMs);
    watch.add("compress", baked.timings.compressMs);
    found.site = baked;
    found.problems = [...folder.problems, ...baked.problems];
    refuseErrors(found.problems, flags);

    const plan = await watch.time("plan", () => planPublish(baked, state, flags.maxWrites ?? Infinity));
    found.plan = plan;
    found.changes = changesBetween(state.stored.ledger, baked.ledger);
    refuseHarm(state.ledger, baked, flags);
    if (flags.dryRun) return;
    progress.stage("Writing");
    // A preview is nobody's news.
    const hubs = flags.remote && flags.env === PRODUCTION ? site.hubs : [];
    const topics = changedTopics(plan, site.url);
    const news = await watch.time("publish", () => noteNews(store, hubs, topics));
    await watch.time("publish", async () => {
      if (plan.put > 0 && flags.now === undefined) await untilNow(plan.edition);
      await publish(plan, state, store, (done, total) => progress.count(done, total));
      if (plan.put > 0) rememberEdition(flags.persistTo, name, plan.edition);
    });
    const unheard = await tellHubs(store, news, topics, { progress: (stage) => progress.stage(stage) });
    found.problems = [...found.problems, ...unheard.map(hubProblem)];
  } finally {
    await watch.time("publish", () => store.close());
  }
}

/** A hub that did not hear of a publish: subscribers who poll see it all the same. */
function hubProblem({ hub, reason }: FailedPing): Problem {
  const message = `the hub ${hub} did not take the news (${reason}); the next publish tells it again`;
  return { file: SETTINGS_FILE, line: null, severity: "warning", message };
}

/**
 * Waits until the clock has reached an edition, which may lie up to two seconds ahead of it: a
 * `Last-Modified` after `Date` would not be one (RFC 9110 §8.8.2.1).
 */
async function untilNow(edition: EpochSeconds): Promise<void> {
  const aheadMs = edition * 1000 - Date.now();
  if (aheadMs > 0) await new Promise((done) => setTimeout(done, aheadMs));
}

/** A site without a home of its own is where it is served. */
function siteUrl(site: Site, { url, servedAt, remote }: Partial<BakeFlags>): string {
  const found = url ?? (site.homeHost === null ? servedAt : site.url);
  if (found === undefined && remote) {
    throw new Refusal("site.toml gives the site no address that the world can reach; set url there");
  }
  return found ?? site.url;
}

function refuseErrors(problems: readonly Problem[], flags: BakeFlags): void {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.some(({ file, severity }) => file === SETTINGS_FILE && severity === "error")) {
    throw new Refusal(`mend ${SETTINGS_FILE} first: its errors concern every article`);
  }
  if (errors > 0 && !flags.skipInvalid) {
    throw new Refusal(
      `mend the ${plural(errors, "error")} above, or leave those articles out with --skip-invalid`,
    );
  }
}

function refuseHarm(before: Ledger, baked: BakedSite, flags: BakeFlags): void {
  const harm = harmOf(before, baked.ledger);
  if (harm === "emptied" && !flags.allowEmpty) {
    throw new Refusal(
      "the folder has no article to publish; name another with --content, or say --allow-empty",
    );
  }
  if (typeof harm === "object" && !flags.allowDeletions) {
    throw new Refusal(
      `${harm.lost} of ${harm.of} articles would disappear; if that is meant, say --allow-deletions`,
    );
  }
}

function reportOf(
  { problems, site, plan, changes }: Found,
  watch: Stopwatch,
  refusal: string | null,
): BakeReport {
  return {
    articles: site?.articles.length ?? 0,
    documents: site?.documents.length ?? 0,
    plan: {
      put: plan?.put ?? 0,
      keep: plan?.keep ?? 0,
      delete: plan?.delete.length ?? 0,
      left: plan?.left ?? 0,
    },
    changes: countChanges(changes),
    problems: [...problems].sort(compareProblems),
    timingsMs: watch.read(),
    refusal,
  };
}

function serveHint({ persistTo }: BakeFlags): string {
  return persistTo === FLAG.persistTo().defaultValue ? "" : ` -- --persist-to ${persistTo}`;
}
