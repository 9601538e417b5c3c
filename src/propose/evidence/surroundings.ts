/** A text in the content folder or around it. */
export interface NearbyText {
  /** From its folder on: `_config.yml`, `config/_default/hugo.toml`. */
  readonly name: string;
  /** How many folders above the content folder its own is; 0: the content folder itself. */
  readonly above: number;
  readonly text: string;
}

/** What lies in a content folder and around it. */
export interface Surroundings {
  /** Names of the content folder and the folders above it, itself first. */
  readonly folders: readonly string[];
  /** All files of the content folder, from it on. */
  readonly files: readonly string[];
  /** Those that hold an article each. */
  readonly sources: readonly string[];
  /** Files of programs that made sites from the folder, the nearest first. */
  readonly texts: readonly NearbyText[];
  /** Names of pages that programs make of articles: `blog/[...slug].astro`. */
  readonly routes: readonly string[];
}

/** The path from a folder above down to the content folder; empty for itself. */
export function pathDown({ folders }: Pick<Surroundings, "folders">, above: number): string {
  return folders.slice(0, above).reverse().join("/");
}

/** How a publisher finds a text: from the content folder on. */
export function shownName({ name, above }: Pick<NearbyText, "name" | "above">): string {
  return "../".repeat(above) + name;
}
