import type { Author } from "./article.ts";
import type { ChannelKind } from "./named-channel.ts";

/** What `site.toml` says of how its folder is to be read; nothing of it shows in a document. */
export interface FolderHabits {
  /** Globs of files that are not read, from the content folder on. */
  readonly exclude: readonly string[];
  /** Collections of Jekyll: of `docs` the folder `_docs` is read. */
  readonly collections: readonly string[];
  /** Names under which this folder's front matter keeps our fields. */
  readonly fields: readonly FieldMapping[];
  /** Who is meant where front matter names a key: from `site.toml`, then from the folder's data files. */
  readonly people: readonly Person[];
  /** Where the date of an article comes from that has none: the first commit, or the first publication. */
  readonly dates: "git" | null;
  /** The time of day of a date without one, such as `09:00`, in the site's zone; null: midnight. */
  readonly release: string | null;
  /** The same for single sections, by name. */
  readonly sectionReleases: Readonly<Record<string, string>>;
  /** Kinds of channels that there are to be; what was published once stays. */
  readonly channels: readonly ChannelKind[];
  /** Articles that a new tag needs before it has a channel. */
  readonly tagMinArticles: number;
}

/** Where a field of ours is to be found: under one of several names, or part by part. */
export type FieldMapping =
  | { readonly target: string; readonly names: readonly string[] }
  | { readonly target: string; readonly parts: readonly (readonly [part: string, name: string])[] };

/** Somebody whom front matter names by a key. */
export interface Person extends Author {
  readonly key: string;
}

/** Every kind of channel. */
export const CHANNEL_KINDS: readonly ChannelKind[] = ["section", "author", "tag", "language"];
