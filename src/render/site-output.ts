import type { Summed } from "../article/sum.ts";
import { Sum } from "../article/sum.ts";
import type { FeedDocument } from "./feeds/feed-documents.ts";
import { feedText, itemIn } from "./feeds/feed-documents.ts";
import type { FormatName } from "./feeds/formats.ts";
import { FORMAT_NAMES, FORMATS } from "./feeds/formats.ts";
import type { FeedOutput, Output, TextOutput } from "./output.ts";
import { page } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";

/** A feed in every format. What its articles share with other feeds is kept until the last one that needs it. */
export function* inFormats(document: FeedDocument, site: RenderedSite): Generator<Output> {
  const made = feedSum(document, site);
  for (const format of FORMAT_NAMES) yield feedOutput(document, format, site, made);
  site.fragments.release(document.articles);
}

/** What a feed is made from, whatever its format. */
export function feedSum(document: FeedDocument, { around }: Pick<RenderedSite, "around">): Summed {
  const { channel, self, window, articles, tombstones, written } = document;
  const sum = new Sum().add(around.ofChannel(channel));
  for (const format of FORMAT_NAMES) sum.text(self[format]);
  if (window === undefined) sum.text(JSON.stringify(document.paging));
  else sum.number(window.number).number(window.previous).number(window.next);
  around.addArticles(articles, sum);
  if (tombstones.length > 0) sum.text(JSON.stringify(tombstones));
  if (written !== undefined) sum.text(JSON.stringify(articles.map((one) => written.get(one) ?? null)));
  return sum;
}

/** A document of a feed in one format, and what it is `made` from. */
export function feedOutput(
  document: FeedDocument,
  format: FormatName,
  site: RenderedSite,
  made: Summed,
): FeedOutput {
  const { fragments } = site;
  return {
    key: document.self[format],
    kind: document.window === undefined ? "feed" : "archive",
    type: `${FORMATS[format].mediaType}; charset=utf-8`,
    status: 200,
    format,
    articles: document.articles,
    itemOf: itemIn(document, fragments),
    render: feedText(document, format, site.site, fragments),
    madeFrom: (sum) => void sum.add(made),
  };
}

/** A page that may name every channel, and what `add` adds beside. */
export function listing(
  key: string,
  { around }: RenderedSite,
  render: () => string,
  add: (sum: Sum) => void = () => {},
): TextOutput {
  return page(key, render, (sum) => add(sum.add(around.everyChannel())));
}
