import { hash } from "node:crypto";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileDigest } from "./file-digest.ts";
import { isSettled, stampOf } from "./file-stamp.ts";
import { MOST_READ_BYTES } from "./folder-look.ts";

/** What lay at a place: how it was named, and all by which one sees that it is the same. */
export type SeenPlace = readonly [named: string, isRead: boolean, seen: string | null];

/** Tells what lies at places, so that it can be seen later whether that is still so. */
export class SeenPlaces {
  readonly #nowMs: number;
  readonly #folders = new Map<string, string>();
  readonly #seen = new Map<string, SeenPlace>();

  /** `nowMs` is a moment before any place is looked at, by the clock of its files. */
  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  /** Looks at a place, before it is read. */
  look(named: string): void {
    if (this.#seen.has(named)) return;
    const recentBytes = recentSize(named, this.#nowMs);
    const isRead = recentBytes !== null;
    // Of a large one that changed a moment ago nobody says that it is the same.
    const shown = (recentBytes ?? 0) > MOST_READ_BYTES ? null : this.#shown(named, isRead);
    this.#seen.set(named, [named, isRead, shown]);
  }

  get list(): readonly SeenPlace[] {
    return [...this.#seen.values()];
  }

  /** Whether all of them are as they were. */
  areSame(places: readonly SeenPlace[]): boolean {
    return places.every(([named, isRead, seen]) => this.#shown(named, isRead) === seen);
  }

  /** Where it lies once links are followed, and its stamp, its bytes or its names; empty where nothing is. */
  #shown(named: string, isRead: boolean): string {
    try {
      const stats = statSync(named, { throwIfNoEntry: false });
      if (stats === undefined) return "";
      const names = stats.isDirectory() ? hash("sha256", readdirSync(named).sort().join("/")) : "";
      const content = isRead ? fileDigest(named) : stampOf(stats);
      return JSON.stringify([this.#folderOf(named), content, names]);
    } catch (cause) {
      return String(Object(cause).code);
    }
  }

  #folderOf(named: string): string {
    const folder = dirname(named);
    const known = this.#folders.get(folder) ?? realpathSync.native(folder);
    this.#folders.set(folder, known);
    return known;
  }
}

/** The size of what changed a moment ago; null for all else. */
function recentSize(named: string, nowMs: number): number | null {
  try {
    const stats = statSync(named);
    return isSettled(stampOf(stats), nowMs) ? null : stats.size;
  } catch {
    return null;
  }
}
