import type { OldPost } from "./old-post.ts";

/** What a source says of the site as a whole. */
export interface OldSite {
  readonly title: string;
  /** Where it was read; null where the source does not say. */
  readonly url: string | null;
  readonly description: string;
  /** BCP 47, or nothing that can be told. */
  readonly language: string | null;
  /** IANA name; null where the source does not say. */
  readonly timezone: string | null;
  /** Other addresses that it was at. */
  readonly alsoAt?: readonly (string | null)[];
  /** Hosts, beside the site's own, that hold nothing but its media. */
  readonly mediaHosts: readonly string[];
  /** The show that its feed is. */
  readonly show?: OldShow;
}

/** What a feed says of its show; null where it does not. */
export interface OldShow {
  readonly author: string | null;
  readonly owner: { readonly name: string; readonly email: string } | null;
  readonly explicit: boolean | null;
  /** Its URL. */
  readonly image: string | null;
  /** Each with its subcategory: `News > Daily News`. */
  readonly categories: readonly string[];
  readonly guid: string | null;
  readonly kind: "episodic" | "serial" | null;
}

/** What a source held beside posts, by what it is called: comments, menus, shortcodes that nobody knows. */
export type Tally = Map<string, number>;

/** Counts one more, or `more`. */
export function tally(counts: Tally, name: string, more = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

/** Takes what a source says, in its order. */
export interface Visitor {
  readonly post: (post: OldPost) => Promise<void>;
}

/** A source that was recognized. */
export interface OldSource {
  /** Such as "WordPress export". */
  readonly name: string;
  /** What it says of the site; known before the first post. */
  readonly site: OldSite;
  /** Redirects of whole families of its addresses, from pattern to target. */
  readonly patterns?: readonly (readonly [from: string, to: string])[];
  /** Whether it had lists of years and months, at `/2024/` and `/2024/05/`. */
  readonly hasDates?: boolean;
  /** Reads its posts, one after the other. */
  readonly readPosts: (visitor: Visitor) => Promise<void>;
  /** What was left out, and how often; complete once the posts are read. */
  readonly leftOut: Tally;
  /** What is wrong with the source as a whole; complete once the posts are read. */
  readonly remarks: string[];
}

/** A source that cannot be read, and what to do about it. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}
