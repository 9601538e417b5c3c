/** A show, as the directories of podcasts want it described. */
export interface Podcast {
  /** Who makes it. */
  readonly author: string | null;
  /** A name and an address for the directories to write to. */
  readonly owner: { readonly name: string; readonly email: string } | null;
  /** Null where nobody says. */
  readonly explicit: boolean | null;
  /** Square, 1,400 to 3,000 pixels, JPEG or PNG. */
  readonly image: string | null;
  /** Names from Apple's list, each with at most one subcategory. */
  readonly categories: readonly { readonly name: string; readonly subcategory: string | null }[];
  /** UUID that follows the show through every change of address. */
  readonly guid: string | null;
  readonly kind: "episodic" | "serial" | null;
}
