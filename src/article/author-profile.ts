import type { ArticlePicture } from "./article.ts";

/** An author as a page introduces them. */
export interface AuthorProfile {
  readonly name: string;
  /** A sentence or two. */
  readonly about: string | null;
  /** Path below the content folder, or a URL. */
  readonly image: string | null;
  /** What is known of the picture, where it is a file of the site. */
  readonly face?: ProfileFace;
  /** Where they are elsewhere. */
  readonly links: readonly NavigationLink[];
}

/** A picture of somebody: its pixels, and the sizes that browsers choose from. */
export interface ProfileFace {
  readonly width: number | null;
  readonly height: number | null;
  readonly picture: ArticlePicture | null;
}

/** A word at the head of every page, and where it leads. */
export interface NavigationLink {
  readonly title: string;
  /** A path of the site, or a URL. */
  readonly href: string;
}
