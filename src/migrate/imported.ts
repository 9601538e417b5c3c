import type { Problem } from "../article/problem.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { FetchedMedia, FetchFile } from "./media/fetch-media.ts";
import type { MediaChoice } from "./media/media-address.ts";
import type { Tally } from "./model/old-site.ts";
import type { Written } from "./write/write-file.ts";

/** What an import is told. */
export interface ImportOptions {
  readonly into: string;
  /** Posts that were neither published nor changed since are left out. */
  readonly since: EpochSeconds | null;
  readonly form: "md" | "html";
  readonly media: MediaChoice;
  readonly dryRun: boolean;
  readonly now: EpochSeconds;
  /** A folder for texts on their way. */
  readonly temporary: string;
}

/** What an import does its work with. */
export interface ImportTools {
  readonly fetchFile: FetchFile;
  readonly stage: (text: string) => void;
  readonly count: (done: number, total: number) => void;
}

/** The posts of a source, counted. */
export interface PostCounts {
  readonly posts: number;
  readonly pages: number;
  /** Among both. */
  readonly drafts: number;
  readonly scheduled: number;
  /** Articles that are written as HTML. */
  readonly asHtml: number;
  /** Left out by `since`. */
  readonly older: number;
}

/** What an import came to. */
export interface Imported extends PostCounts {
  readonly source: string;
  readonly written: Readonly<Record<Written, number>>;
  readonly settings: Written;
  readonly media: FetchedMedia & { readonly kept: number; readonly wanted: number };
  readonly leftOut: Tally;
  /** Files that are shown from where they are, by host. */
  readonly elsewhere: Tally;
  readonly problems: readonly Problem[];
}
