import type { EpochSeconds } from "../article/values.ts";

/** When and under whose name a bake publishes. */
export interface Publication {
  readonly now: EpochSeconds;
  readonly edition: EpochSeconds;
  readonly authority: string;
  /** Addresses that no alias may have. */
  readonly reserved: ReadonlySet<string>;
  /** Whether an address is the site's own, reserved ones included, or may become so: no new article gets it. */
  readonly isOwn: (address: string) => boolean;
}
