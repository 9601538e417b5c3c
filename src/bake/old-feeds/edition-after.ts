import type { Adopted } from "../../article/adopted.ts";
import type { Problem } from "../../article/problem.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { OldFeedEntry } from "./old-feed-entries.ts";

/**
 * The edition of a publish, a second later where it is the very one of the last change that an old feed
 * told: readers take only what is newer.
 */
export function editionAfter({ feeds }: Adopted, edition: EpochSeconds): EpochSeconds {
  return feeds.some(({ lastModified }) => lastModified === edition) ? edition + 1 : edition;
}

/** Old feeds whose server told a change that lies ahead: what is published now is older to their readers. */
export function aheadProblems(feeds: readonly OldFeedEntry[], edition: EpochSeconds): Problem[] {
  return feeds
    .filter(({ lastModified }) => lastModified !== null && lastModified >= edition)
    .map(({ address, file, line }) => ({
      file,
      line,
      severity: "warning",
      message: `says that the feed ${address} changed at a moment that is yet to come, so that newsboat takes nothing before; correct last_modified, or publish again after that with --renew-feeds`,
    }));
}
