import type { Article } from "../../article/article.ts";
import { machineAddress } from "../../representation/addresses.ts";
import { channelOptions } from "../feeds/article-item.ts";
import { StrictFeed } from "../feeds/strict-feed.ts";
import type { MachineContext } from "./machine-context.ts";

/** An article by itself: a JSON Feed 1.1 of one item, which says what the feeds of the site say of it. */
export function renderArticleJson(article: Article, { site, channel, fragments }: MachineContext): string {
  const own = machineAddress(article.address, "json");
  const self = { ...channel.addresses, json: own };
  const current = { rss: "", atom: "", json: "" };
  // As an archive it names no hub: nothing new is to come.
  const paging = { kind: "archive", current, previous: null, next: null } as const;
  const feed = new StrictFeed(channelOptions(channel, site, { self, paging, updated: article.updated }));
  feed.addItem(fragments.item(article));
  return feed.json1();
}
