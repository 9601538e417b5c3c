import { isoOf } from "../../article/instant.ts";
import type { Site } from "../../article/site.ts";
import type { Adoption } from "../../migrate/adopt/adopt-matches.ts";
import type { ItemMatch } from "../../migrate/adopt/match-items.ts";
import type { OldFeed, OldItem } from "../../migrate/adopt/read-old-feed.ts";
import type { AdoptedFeedReport, AdoptedItem } from "../reports/json-reports.ts";

/** A feed whose items were looked for in the folder. */
export interface LookedFor {
  readonly feed: OldFeed;
  readonly address: string | null;
  readonly matches: readonly ItemMatch[];
  /** The matches that count. */
  readonly taken: ReadonlySet<ItemMatch>;
}

/** What became of the items of each feed. */
export function feedReports(
  feeds: readonly LookedFor[],
  { losses }: Adoption,
  { podcast }: Pick<Site, "podcast">,
): AdoptedFeedReport[] {
  return feeds.map(({ feed, address, matches, taken }, index) => {
    const items = (list: readonly ItemMatch[]): AdoptedItem[] =>
      list.map(({ item, found }) => ({
        ...shownItem(item),
        ...(found && { path: found.article.path, by: found.reason }),
      }));
    const { otherIds = 0, withoutId = 0, published = 0 } = losses[index] ?? {};
    return {
      feed: feed.name,
      address,
      format: feed.format,
      taken: items(matches.filter((one) => taken.has(one))),
      left: items(matches.filter((one) => one.found !== null && !taken.has(one))),
      missing: items(matches.filter(({ found }) => found === null)),
      otherIds,
      withoutId,
      published,
      remarks: [...feed.remarks, ...(feed.podcastGuid !== null && podcast === null ? [NO_SHOW] : [])],
    };
  });
}

const NO_SHOW =
  "is a show, and site.toml has no table [podcast]; add one, so that its podcast:guid and what directories ask for go on";

function shownItem({ id, link, title, published }: OldItem): AdoptedItem {
  return { title, id, link, published: published === null ? null : isoOf(published) };
}
