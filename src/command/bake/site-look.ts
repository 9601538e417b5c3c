import { hash } from "node:crypto";
import { realpathSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { CACHE_FILES } from "../../cache/cache-files.ts";
import type { FolderLook } from "../../cache/folder-look.ts";
import { lookAtFolder } from "../../cache/folder-look.ts";
import { programPlaces } from "../../cache/program-digest.ts";
import { SeenPlaces } from "../../cache/seen-places.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { cacheFolder } from "./cache-folder.ts";

/** A site as it lies there when a bake begins, and the program that bakes it. */
export interface SiteLook {
  /** When it began, by the clock of its files. */
  readonly nowMs: number;
  /** Digest of flags, runtime and machine. */
  readonly conditions: string;
  readonly program: FolderLook;
  readonly content: FolderLook;
  /** What is looked for elsewhere. */
  readonly places: SeenPlaces;
  /** Where a settled bake is remembered. */
  readonly file: string;
}

/** Looks at all that a bake reads, before it does; null where that cannot be looked at, or says nothing. */
export function lookAtSite(flags: BakeFlags): SiteLook | null {
  if (!maySettle(flags)) return null;
  const nowMs = Date.now();
  const { code, manifests } = programPlaces();
  const root = realRoot(flags.content);
  const program = lookAtFolder(code, isHidden, nowMs);
  const content = root === null ? null : lookAtFolder(root, isHidden, nowMs);
  if (root === null || program === null || content === null) return null;
  const places = new SeenPlaces(nowMs);
  for (const file of manifests) places.look(file);
  return {
    nowMs,
    conditions: conditionsOf(flags),
    program,
    content,
    places,
    file: join(cacheFolder(flags.persistTo, root), CACHE_FILES.settled),
  };
}

/** Some flags ask for what an idle bake would not do, or tell: what is stored remotely is counted by a dry run alone. */
function maySettle(flags: BakeFlags): boolean {
  const { renewFeeds, renewPictures, replaceSite, wrongKeys = [], remote, dryRun } = flags;
  return !renewFeeds && !renewPictures && !replaceSite && wrongKeys.length === 0 && !(remote && dryRun);
}

/** No bake reads what has such a name. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Flags that decide neither what is baked nor what is told of it; the clock is compared by itself. */
const INDIFFERENT: ReadonlySet<string> = new Set<keyof BakeFlags>([
  "content",
  "persistTo",
  "now",
  "future",
  "dryRun",
  "full",
  "json",
]);

function conditionsOf(flags: BakeFlags): string {
  const telling = Object.entries(flags).filter(([name]) => !INDIFFERENT.has(name));
  const sorted = telling.sort(([a], [b]) => (a < b ? -1 : 1));
  return hash("sha256", JSON.stringify([sorted, process.versions, hostname()]), "base64url");
}

function realRoot(content: string): string | null {
  try {
    return realpathSync(resolve(content));
  } catch {
    return null;
  }
}
