import type { Site } from "../article/site.ts";
import type { Channel } from "./channels/channel.ts";
import { FORMAT_NAMES, FORMATS } from "./feeds/formats.ts";
import { lines, markup } from "./text/markup.ts";

/**
 * Every feed of the site, for a reader's import (OPML 2.0, http://opml.org/spec2.opml, "Subscription
 * lists"). One folder a format, so that a subscriber takes one and leaves the others; `rss` is the
 * type of every feed there, whatever its format.
 */
export function renderOpml(site: Site, channels: readonly Channel[]): string {
  return lines(
    markup`<?xml version="1.0" encoding="utf-8"?>`,
    markup`<opml version="2.0">`,
    markup`<head>`,
    markup`<title>${site.title}</title>`,
    markup`<docs>http://opml.org/spec2.opml</docs>`,
    markup`</head>`,
    markup`<body>`,
    FORMAT_NAMES.map((format) => [
      markup`<outline text="${FORMATS[format].title}">`,
      channels.map(
        ({ title, description, language, addresses }) =>
          markup`<outline type="rss" text="${title}" title="${title}" description="${description}" language="${language}" htmlUrl="${site.url}${addresses.page}" xmlUrl="${site.url}${addresses[format]}"/>`,
      ),
      markup`</outline>`,
    ]),
    markup`</body>`,
    markup`</opml>`,
  ).source;
}
