import type { Tally } from "../model/old-site.ts";
import type { Attachments } from "./attachments.ts";

/** What a post of an export is read with. */
export interface Library {
  readonly attachments: Attachments;
  /** Display names by login. */
  readonly authors: ReadonlyMap<string, string>;
  /** Texts that posts share, by number. */
  readonly reusable: ReadonlyMap<string, string>;
  readonly shortcodes: Tally;
  /** Categories that others are in, by their slugs. */
  readonly parents: ReadonlyMap<string, string>;
}
