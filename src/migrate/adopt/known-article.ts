import type { ContentPath, EpochSeconds } from "../../article/values.ts";

/** What an article of the folder will be, as far as an old item can be told to be it. */
export interface KnownArticle {
  readonly path: ContentPath;
  /** The path of its page. */
  readonly address: string;
  readonly id: string;
  /** The id that its front matter asks for. */
  readonly ownId: string | null;
  readonly title: string;
  readonly published: EpochSeconds;
  /** Whether it names its date; of others the moment of the bake counts. */
  readonly isDated: boolean;
  readonly enclosures: readonly string[];
  /** Whether readers of this site know it already, by that id. */
  readonly isPublished: boolean;
}

/** How the links of old items are read. */
export interface OldLinks {
  /** Whether it is on a host that the site has or had. */
  readonly isOwn: (url: URL) => boolean;
  /** The address of the page that it leads to, within one hop; null where it leads to none. */
  readonly leadsTo: (url: URL) => string | null;
}
