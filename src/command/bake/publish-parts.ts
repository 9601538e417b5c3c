import type { Problem } from "../../article/problem.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { firstArticles } from "../../publish/first-articles.ts";
import { publishOf } from "../../publish/listed-journals.ts";
import type { Plan, WantedSite } from "../../publish/plan.ts";
import { planPublish } from "../../publish/plan.ts";
import type { Rival } from "../../publish/race.ts";
import { raceError } from "../../publish/race.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";

/** A site that is published, and with what. */
export interface SiteInParts {
  readonly site: WantedSite;
  readonly state: PublishedState;
  /** Of all of it. */
  readonly plan: Plan;
  readonly maxWrites: number;
  /** How many articles one publish takes that are new. */
  readonly mostNew?: number;
  /** Carries a plan out; gives what is to be told of it. */
  readonly publish: (plan: Plan, state: PublishedState) => Promise<readonly Problem[]>;
  /** What the store holds once a part is there. */
  readonly readAgain: () => Promise<PublishedState>;
}

/** What was published last, and what is to be told of all parts. */
export interface PublishedParts {
  readonly plan: Plan;
  readonly state: PublishedState;
  readonly problems: readonly Problem[];
}

/**
 * Publishes a site: at once, or in parts where more articles are new than one publish can tell of. Each part
 * is a publish of its own, so that it can be killed anywhere; a limit of writes ends with the first. Throws
 * `PublishRaceError` where somebody else publishes between two.
 */
export async function publishParts({
  site: given,
  state: first,
  plan: whole,
  maxWrites,
  mostNew,
  publish,
  readAgain,
}: SiteInParts): Promise<PublishedParts> {
  const problems: Problem[] = [];
  const own = new Set<string>();
  let [site, state] = [given, first];
  for (;;) {
    const part = firstArticles(site, state, mostNew);
    const isAll = state === first && part.left === 0;
    const planned = isAll ? whole : planPublish(part.site, state, maxWrites);
    const plan = { ...planned, left: planned.left + part.left };
    problems.push(...(await publish(plan, state)));
    if (part.left === 0 || maxWrites !== Infinity) return { plan, state, problems };
    const [journal = [], ...written] = plan.stages;
    for (const { key } of journal) own.add(publishOf(key));
    site = without(site, new Set(written.flatMap((stage) => stage.map(({ key }) => key))));
    state = withOwn(await readBetween(readAgain, own, first), part.site.ledger);
  }
}

/** The same site, of which these documents are written by now. */
function without(site: WantedSite, written: ReadonlySet<string>): WantedSite {
  return { ...site, documents: site.documents.filter(({ key }) => !written.has(key)) };
}

/** The same state with the very records that were written, so that a journal tells of no others. */
function withOwn(state: PublishedState, ledger: Ledger): PublishedState {
  return state.isInterrupted
    ? state
    : { ...state, stored: { ...state.stored, ledger }, shown: ledger, ledger };
}

/** What the store holds between two parts; what somebody else published meanwhile is not in what was baked. */
async function readBetween(
  readAgain: () => Promise<PublishedState>,
  own: ReadonlySet<string>,
  { journals }: PublishedState,
): Promise<PublishedState> {
  const state = await readAgain();
  const known = new Set<string>(journals.map(({ key }) => key));
  const rivals = state.journals
    .filter(({ key, publish }) => !known.has(key) && !own.has(publish ?? ""))
    .map(({ edition, hasStopped }): Rival => ({ edition, did: hasStopped ? "stop" : "begin" }));
  const { publish, ledger } = state.stored;
  if (!own.has(publish ?? "")) rivals.push({ edition: ledger.edition, did: "publish" });
  if (rivals.length > 0) throw raceError(rivals, true);
  return state;
}
