import type { BakeInput } from "../../bake/bake-input.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { markOf } from "../../cache/folder-look.ts";
import type { Plan } from "../../publish/plan.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import { LONGEST_LAG_SECONDS } from "../../representation/longest-lag.ts";
import type { Found } from "../reports/bake-report.ts";
import { bakeReport } from "../reports/bake-report.ts";
import type { BakeReport } from "../reports/json-reports.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import type { Content } from "./read-content.ts";
import type { SettledBake } from "./settled-bake.ts";
import { writeSettled } from "./settled-bake.ts";
import type { SiteLook } from "./site-look.ts";
import { memoryDigest, openedDigest } from "./store-memory.ts";

/** A bake that has ended. */
export interface EndedBake {
  readonly found: Found;
  readonly content: Pick<Content, "folder" | "nextInstant" | "isAllInFiles">;
  /** As it was read, whatever the clock says. */
  readonly state: PublishedState;
  readonly opened: OpenedStore;
  readonly needsAddress: boolean;
  readonly input: Pick<BakeInput, "site" | "now">;
  readonly plan: Plan;
  readonly releases: BakedSite["releases"];
  readonly timingsMs: BakeReport["timingsMs"];
}

/** Remembers a bake that had nothing to do, if that can be seen from files, the store and the clock alone. */
export function rememberSettled(look: SiteLook, ended: EndedBake): void {
  const { found, content, state, opened, needsAddress, input, timingsMs } = ended;
  const [program, site] = [markOf(look.program), markOf(look.content)];
  if (program === null || site === null || !isSettled(ended)) return;
  writeSettled(look.file, {
    conditions: look.conditions,
    program,
    content: site,
    places: look.places.list,
    since: input.now,
    until: settledUntil(content, state),
    needsAddress,
    store: {
      opened: openedDigest(opened),
      memory: memoryDigest(state),
      edition: state.stored.ledger.edition,
    },
    hubs: hubsOf(ended),
    report: bakeReport(found, timingsMs, null),
  });
}

function isSettled({ found, content, state, plan }: EndedBake): boolean {
  const isIdle = plan.put + plan.delete.length + plan.over.length + plan.left === 0;
  const isWhole = !state.isInterrupted && (state.stored.watched ?? []).length === 0;
  return isIdle && isWhole && content.isAllInFiles && found.pictures.made === 0;
}

function hubsOf({ input: { site }, releases }: EndedBake): SettledBake["hubs"] {
  const { url, hubs, hub, hubSignature } = site;
  return hub || hubs.length > 0 ? { site: { url, hubs, hub, hubSignature }, releases } : null;
}

/** What comes or goes by itself is treated otherwise from so long before it on. */
function settledUntil(
  { nextInstant }: EndedBake["content"],
  { stored: { ledger } }: PublishedState,
): number | null {
  const ahead = [
    ...(ledger.sealed ?? []).map(({ at }) => at),
    ...(nextInstant === null ? [] : [nextInstant]),
  ];
  return ahead.length === 0 ? null : Math.min(...ahead) - LONGEST_LAG_SECONDS;
}
