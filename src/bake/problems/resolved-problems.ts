import type { Adopted } from "../../article/adopted.ts";
import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";
import type { NamedChannel } from "../../article/named-channel.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { aheadProblems } from "../old-feeds/edition-after.ts";
import type { OldFeedEntry } from "../old-feeds/old-feed-entries.ts";
import { feedSlugProblems } from "../old-feeds/old-feed-entries.ts";
import { oldFeedProblems } from "../old-feeds/old-feeds.ts";
import type { Past } from "../redirects/redirects.ts";
import { adoptedProblems } from "./adopted-problems.ts";
import { hubProblems } from "./hub-problems.ts";

/** A site in which everything has its place. */
interface PlacedSite {
  readonly site: Site;
  readonly adopted: Adopted;
  readonly identified: Identification;
  readonly articles: Articles;
  readonly standing: readonly Article[];
  readonly channels: readonly NamedChannel[];
  readonly oldFeeds: readonly OldFeedEntry[];
  readonly past: Past;
  readonly edition: EpochSeconds;
}

/** What a publisher should know once everything has its place. */
export function resolvedProblems(
  { site, adopted, identified, articles, standing, channels, oldFeeds, past, edition }: PlacedSite,
  ledger: Ledger,
): readonly Problem[] {
  return [
    ...adoptedProblems(adopted, identified, ledger),
    ...oldFeedProblems(oldFeeds, channels),
    ...feedSlugProblems(site, channels),
    ...aheadProblems(oldFeeds, edition),
    ...hubProblems(site, articles, standing),
    ...past.problems,
  ];
}
