import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { readChecked, writeChecked } from "../../cache/checked-file.ts";
import type { FolderMark } from "../../cache/folder-look.ts";
import type { SeenPlace } from "../../cache/seen-places.ts";
import type { BakeReport } from "../reports/json-reports.ts";
import type { PlannedPublish } from "./publish-baked.ts";

/** A bake that found nothing to do: by what one sees that there is still nothing, and what it told. */
export interface SettledBake {
  /** Digest of flags, runtime and machine. */
  readonly conditions: string;
  readonly program: FolderMark;
  readonly content: FolderMark;
  /** What was looked for elsewhere. */
  readonly places: readonly SeenPlace[];
  /** It was baked as of this instant, and nothing comes or goes by itself before the next, in seconds since 1970. */
  readonly since: number;
  readonly until: number | null;
  /** Whether its store was asked where the site is served. */
  readonly needsAddress: boolean;
  readonly store: SettledStore;
  /** Of a site with hubs, which may have missed something: what has to be known to tell them. */
  readonly hubs: Pick<PlannedPublish, "site" | "releases"> | null;
  /** Without what was told of hubs. */
  readonly report: BakeReport;
}

/** What a store was when there was nothing to write. */
export interface SettledStore {
  /** Digest of its name, and of where the site is served. */
  readonly opened: string;
  /** Digest of the ledger's head and of the journals beside it. */
  readonly memory: string;
  readonly edition: number;
}

/** Reads what is remembered; null where there is nothing, or it is damaged. */
export function readSettled(file: string): SettledBake | null {
  // As it was written, since its checksum is.
  return readChecked(file, (text) => JSON.parse(text) as SettledBake);
}

/** Remembers a settled bake, where the disk takes it. */
export function writeSettled(file: string, settled: SettledBake): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeChecked(file, [JSON.stringify(settled)]);
  } catch {
    // The next bake has more to do.
  }
}
