import type { FeedDocument } from "./feeds/feed-documents.ts";
import { feedText, itemIn } from "./feeds/feed-documents.ts";
import type { FormatName } from "./feeds/formats.ts";
import { FORMAT_NAMES, FORMATS } from "./feeds/formats.ts";
import type { FeedOutput, Output, TextOutput } from "./output.ts";
import { page } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";
import { madeFrom } from "./text/made-from.ts";

/** A feed in every format. What its articles share with other feeds is kept until the last one that needs it. */
export function* inFormats(document: FeedDocument, site: RenderedSite): Generator<Output> {
  for (const format of FORMAT_NAMES) yield feedOutput(document, format, site);
  site.fragments.release(document.articles);
}

/** A document of a feed in one format. */
export function feedOutput(
  document: FeedDocument,
  format: FormatName,
  { site, fragments, feedMadeFrom }: RenderedSite,
): FeedOutput {
  return {
    key: document.self[format],
    kind: document.paging.kind === "archive" ? "archive" : "feed",
    type: `${FORMATS[format].mediaType}; charset=utf-8`,
    status: 200,
    format,
    itemOf: itemIn(document, fragments),
    render: feedText(document, format, site, fragments),
    madeFrom: () => feedMadeFrom(document),
  };
}

/** A page that may name every channel, and `parts` beside. */
export function listing(
  key: string,
  { around }: RenderedSite,
  render: () => string,
  parts: () => readonly unknown[] = () => [],
): TextOutput {
  return page(key, render, () => madeFrom(around.everyChannel(), parts()));
}
