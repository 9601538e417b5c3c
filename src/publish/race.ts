import { isoOf } from "../article/instant.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { LEDGER_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import { listJournals, stoppedName } from "./listed-journals.ts";
import type { PublishedState } from "./stored-ledger.ts";

/** Somebody else publishes the same site at the same time. */
export class PublishRaceError extends Error {
  override readonly name = "PublishRaceError";
}

/** Another publish of the same site, as far as the store shows it. */
export interface Rival {
  readonly edition: number;
  readonly did: "publish" | "begin" | "stop";
}

/**
 * Looks for others than the publish `own`: a journal that was not there, a ledger newer than the one
 * we read. What the store shows may be old, so only what is newer than all we know of counts. A journal
 * ends after its ledger is written, so they are looked at in that order.
 */
export async function findRivals(
  store: Store,
  { stored, journals }: PublishedState,
  own: string,
): Promise<readonly Rival[]> {
  const known = new Set<StorageKey>(journals.map(({ key }) => key));
  const settled = new Set([own, stoppedName(own), stored.publish, ...stored.settled]);
  const rivals: Rival[] = [];
  for (const { key, publish, edition, hasStopped } of await listJournals(store)) {
    const isOld = publish === null ? edition <= stored.ledger.edition : settled.has(publish);
    if (!known.has(key) && !isOld) rivals.push({ edition, did: hasStopped ? "stop" : "begin" });
  }
  const { edition, publish } = headOf((await store.get(LEDGER_KEY))?.metadata);
  const isNew = edition > stored.ledger.edition;
  const isAnother = edition === stored.ledger.edition && publish !== stored.publish;
  if (publish !== own && (isNew || isAnother)) rivals.push({ edition, did: "publish" });
  return rivals;
}

/** What a publish tells that stopped for its rivals; `hasWritten` says whether it left something. */
export function raceError(rivals: readonly Rival[], hasWritten: boolean): PublishRaceError {
  const rival = (["publish", "begin", "stop"] as const)
    .map((did) => rivals.find((one) => one.did === did))
    .find((one) => one !== undefined);
  const at = rival ? ` at ${isoOf(rival.edition)}` : "";
  const told = {
    publish: `somebody else published${at}, while this publish was under way`,
    begin: `somebody else began to publish${at}, while this publish was under way, and may have stopped for it`,
    stop: `somebody else began to publish${at}, while this publish was under way, and both stopped`,
  }[rival?.did ?? "begin"];
  const mended = hasWritten ? ", and it writes anew what both have touched" : "";
  return new PublishRaceError(`${told}; run it again${mended}`);
}

function headOf(metadata: unknown): { readonly edition: number; readonly publish: string | null } {
  const { edition, publish }: Record<string, unknown> = Object(metadata);
  return {
    edition: typeof edition === "number" ? edition : -1,
    publish: typeof publish === "string" ? publish : null,
  };
}
