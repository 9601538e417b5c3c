import type { Site } from "../../article/site.ts";
import type { Channel } from "../channel.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Markup } from "../markup.ts";
import { markup } from "../markup.ts";

/** What every page of a site is drawn with. */
export interface PageContext {
  readonly site: Site;
  /** The channel that pages offer for subscription. */
  readonly channel: Channel;
  /** Path of the stylesheet. */
  readonly stylesheet: string;
}

/** One page, but for what all pages have. */
export interface Page {
  readonly title: string;
  /** Null for pages without an address of their own. */
  readonly canonical: string | null;
  readonly description: string;
  readonly language: string;
  readonly head: Markup | null;
  readonly main: Markup;
}

/** A whole HTML document (HTML Living Standard). Needs no script. */
export function renderPage(page: Page, { site, channel, stylesheet }: PageContext): string {
  return markup`<!doctype html>
<html lang="${page.language}" dir="${directionOf(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === site.title ? site.title : `${page.title} · ${site.title}`}</title>
${page.description ? markup`<meta name="description" content="${page.description}">\n` : null}${page.canonical ? markup`<link rel="canonical" href="${page.canonical}">\n` : null}<link rel="stylesheet" href="${stylesheet}">
${FORMAT_NAMES.map((name) => markup`<link rel="alternate" type="${FORMATS[name].mediaType}" title="${channel.title} (${FORMATS[name].title})" href="${site.url}${channel.addresses[name]}">\n`)}${page.head}</head>
<body>
<header class="site"><a href="${site.url}/">${site.title}</a></header>
<main>
${page.main}
</main>
<footer>
<nav aria-label="Feeds">${FORMAT_NAMES.map((name) => markup`<a href="${site.url}${channel.addresses[name]}">${FORMATS[name].title}</a> `)}</nav>
${site.copyright ? markup`<p>${site.copyright}</p>\n` : null}</footer>
</body>
</html>
`.source;
}

/** The direction that a language is written in. */
export function directionOf(language: string): "ltr" | "rtl" {
  return /^(ar|arc|ckb|dv|fa|he|ku-arab|nqo|pa-arab|ps|sd|syr|ug|ur|yi)\b/i.test(language) ? "rtl" : "ltr";
}
