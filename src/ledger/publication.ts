import type { EpochSeconds } from "../article/values.ts";

/** When and under whose name a bake publishes. */
export interface Publication {
  readonly now: EpochSeconds;
  readonly edition: EpochSeconds;
  readonly authority: string;
  /** Addresses that no article may have. */
  readonly reserved: ReadonlySet<string>;
}
