import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import type { Media } from "../article/media.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Site } from "../article/site.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import type { OldFeedEntry } from "./old-feeds/old-feed-entries.ts";
import { withOldFeeds } from "./old-feeds/old-feeds.ts";
import { withMediaTargets } from "./places/site-media.ts";
import { withIconPlaces } from "./redirects/icon-places.ts";
import { withMachinePast } from "./redirects/machine-past.ts";
import type { Past } from "./redirects/redirects.ts";
import { pastOf } from "./redirects/redirects.ts";
import { takenBy } from "./redirects/taken-among.ts";

/** What a site has where old addresses may lead. */
interface PlacesNow {
  readonly records: ArticleRecords;
  /** Those that are there. */
  readonly articles: Articles;
  readonly standing: readonly Article[];
  readonly channels: readonly NamedChannel[];
  readonly oldFeeds: readonly OldFeedEntry[];
  readonly media: readonly Media[];
}

/** Finds where all old addresses lead: of articles and their other forms, of feeds, of what the publisher moved, of icons. */
export function sitePast(
  site: Site,
  { records, articles, standing, channels, oldFeeds, media }: PlacesNow,
  { documents: stored }: Pick<Ledger, "documents">,
): Past {
  const led = withMediaTargets(withOldFeeds(site, oldFeeds, channels), media);
  const past = withMachinePast(pastOf(records, led, stored), records, site.articleFormats, stored);
  return withIconPlaces(past, site, takenBy(articles, standing));
}
