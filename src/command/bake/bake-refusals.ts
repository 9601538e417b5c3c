import { isoOf } from "../../article/instant.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { BakeInput } from "../../bake/bake-input.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { countThere } from "../../ledger/records/told-records.ts";
import { contractOf } from "../../publish/contract-of.ts";
import { harmOf } from "../../publish/harm.ts";
import type { OtherSite } from "../../publish/other-site.ts";
import { otherSite } from "../../publish/other-site.ts";
import type { Plan } from "../../publish/plan.ts";
import { LOWEST_WRITTEN } from "../../representation/contract.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { Refusal } from "../reports/refusal.ts";
import { plural } from "../reports/report.ts";
import type { OpenedStore } from "../stores/open-store.ts";

/** Throws `Refusal` where a problem is an error, unless `--skip-invalid` leaves its article out. */
export function refuseErrors(
  problems: readonly Problem[],
  { skipInvalid }: Pick<BakeFlags, "skipInvalid">,
): void {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.some(({ file, severity }) => file === SETTINGS_FILE && severity === "error")) {
    throw new Refusal(`fix ${SETTINGS_FILE} first: its errors affect every article`);
  }
  if (errors > 0 && !skipInvalid) {
    throw new Refusal(
      `fix the ${plural(errors, "error")} above, or leave those articles out with --skip-invalid`,
    );
  }
}

/** Throws `Refusal` where a publish would take much away, unless a flag says that it is meant. */
export function refuseHarm(
  before: Ledger,
  next: Ledger,
  { allowEmpty, allowDeletions }: Pick<BakeFlags, "allowEmpty" | "allowDeletions">,
): void {
  const harm = harmOf(before, next);
  if (harm === "emptied" && !allowEmpty) {
    throw new Refusal(
      "the folder has no articles to publish; name another with --content, or pass --allow-empty",
    );
  }
  if (typeof harm === "object" && !allowDeletions) {
    throw new Refusal(
      `${harm.lost} of ${harm.of} articles would disappear within a day; pass --allow-deletions if that is intended, or name the right folder with --content`,
    );
  }
}

/** What was baked for a store, and what the store holds. */
interface BakedForStore {
  readonly before: Ledger;
  readonly next: Ledger;
  readonly input: Pick<BakeInput, "site" | "idHost">;
  readonly opened: Pick<OpenedStore, "place">;
}

/** Throws `Refusal` where the store holds another site, unless a flag says that this one takes its place. */
export function refuseOtherSite(
  { before, next, input: { site, idHost }, opened: { place } }: BakedForStore,
  { content }: Pick<BakeFlags, "content">,
): void {
  const other = otherSite(before, next, site, idHost ?? null);
  if (other === null) return;
  // An emptied folder is told as such.
  if (other.kind === "articles" && countThere(next.articles) === 0) return;
  const wayOut = `name another folder with --content or another store${place.flag}, or pass --replace-site to put this site in its place`;
  throw new Refusal(`${otherSiteSentence(other, place.name, content, site)}${wayOut}`);
}

/** What tells two sites apart, up to the ways out. */
function otherSiteSentence(
  other: OtherSite,
  store: string,
  content: string,
  { title }: Pick<Site, "title">,
): string {
  if (other.kind === "authority") {
    return `${store} holds the site of ${other.held}, and ${content} is that of ${other.asked}, as its ${SETTINGS_FILE} says; an authority never changes: write authority = "${other.held}" if they are one site, else `;
  }
  if (other.kind === "nameless") {
    return `${store} holds the site of ${other.held}, and nothing in ${content} says that it is that site: its ${SETTINGS_FILE} names neither url nor authority, or is missing; write authority = "${other.held}" there if they are one site, else `;
  }
  const { found, of, held } = other;
  return `${store} holds another site, that of ${held}: ${found === 0 ? "none" : found} of its ${plural(of, "article")} ${found === 1 ? "is" : "are"} in ${content}, which is the site ${JSON.stringify(title)}; `;
}

/**
 * Throws `Refusal` where the worker that is deployed could not read what a plan writes. One that nobody
 * knows anything of is taken for good; nobody is asked where every worker can.
 */
export async function refuseOlderWorker(
  plan: Pick<Plan, "stages">,
  { readsContract, place }: Pick<OpenedStore, "readsContract" | "place">,
): Promise<void> {
  const written = contractOf(plan);
  if (written <= LOWEST_WRITTEN) return;
  const read = await readsContract();
  if (read === null || read >= written) return;
  throw new Refusal(
    `${place.name} is of an older version, which cannot read what would be written (contract ${written}; it reads up to ${read}); deploy the new one first: npm run deploy, which publishes as well`,
  );
}

/** Throws `Refusal` where a site would take its own place, and lose its ids and dates by it. */
export function refuseSameSite({ authority: held }: Ledger, { authority }: Pick<Site, "authority">): void {
  if (held === null || held !== authority) return;
  throw new Refusal(
    `the store holds this very site, ${held}, whose ids and dates would be forgotten; leave --replace-site out`,
  );
}

/** A day, which is more than clocks differ and less than a slip in a date. */
const MOST_AHEAD_SECONDS = 86_400;

/** The moment of a bake. Throws `Refusal` where it was given far ahead of the clock, and not on purpose. */
export function bakeInstant({
  now,
  future,
  dryRun,
}: Pick<BakeFlags, "now" | "future" | "dryRun">): EpochSeconds {
  const clock = Math.floor(Date.now() / 1000);
  if (now !== undefined && now - clock > MOST_AHEAD_SECONDS && !future && !dryRun) {
    throw new Refusal(
      `--now ${isoOf(now)} is more than a day ahead of the clock, and nothing could be published before then; pass --future if that is intended`,
    );
  }
  return now ?? clock;
}
