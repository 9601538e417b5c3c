import type { Site } from "../article/site.ts";
import type { Channel } from "./channels/channel.ts";
import { byName, KINDS } from "./pages/channel-links.ts";
import { lines, markup } from "./text/markup.ts";

/**
 * The feeds of the site, for a reader's import (OPML 2.0, http://opml.org/spec2.opml, "Subscription
 * lists"): each channel once, as RSS, which every reader takes, since one that imports a list subscribes
 * to all of it. The site comes first, then each kind by name.
 */
export function renderOpml(site: Site, channels: readonly Channel[]): string {
  const sorted = [
    ...channels.filter(({ kind }) => kind === "site"),
    ...KINDS.flatMap(({ kind }) =>
      byName(
        channels.filter((one) => one.kind === kind),
        site.language,
      ),
    ),
  ];
  return lines(
    markup`<?xml version="1.0" encoding="utf-8"?>`,
    markup`<opml version="2.0">`,
    markup`<head>`,
    markup`<title>${site.title}</title>`,
    markup`<docs>http://opml.org/spec2.opml</docs>`,
    markup`</head>`,
    markup`<body>`,
    sorted.map(
      ({ title, description, language, addresses }) =>
        markup`<outline type="rss" text="${title}" title="${title}"${description ? markup` description="${description}"` : null} language="${language}" htmlUrl="${site.url}${addresses.page}" xmlUrl="${site.url}${addresses.rss}"/>`,
    ),
    markup`</body>`,
    markup`</opml>`,
  ).source;
}
