import type { StorageKey } from "./storage-key.ts";

/** Where the store keeps which feeds change by themselves, for whoever tells hubs. */
export const RELEASES_KEY = "releases" as StorageKey;

/** Feeds that change by themselves at an instant. */
export interface Release {
  /** Whole seconds since 1970. */
  readonly at: number;
  /** URLs of the feeds. */
  readonly topics: readonly string[];
}

/** Which hubs are to hear of which releases. */
export interface Releases {
  readonly hubs: readonly string[];
  readonly releases: readonly Release[];
}

/** Writes the note. */
export function encodeReleases(note: Releases): string {
  return JSON.stringify(note);
}

/** Reads the note; null where it is none. */
export function decodeReleases(text: string): Releases | null {
  try {
    const { hubs, releases }: Partial<Releases> = Object(JSON.parse(text));
    return Array.isArray(hubs) && Array.isArray(releases) ? { hubs, releases } : null;
  } catch {
    return null;
  }
}

/** The feeds that changed after one second since 1970, up to another one. */
export function topicsBetween({ releases }: Releases, after: number, upTo: number): readonly string[] {
  const due = releases.filter(({ at }) => at > after && at <= upTo);
  return [...new Set(due.flatMap(({ topics }) => topics))];
}
