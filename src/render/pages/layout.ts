import type { Translation } from "../../article/article.ts";
import { PAGE_IDS } from "../../article/page-ids.ts";
import { ADDRESS, MEDIA_TYPE } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { wordsFor } from "../words/words-for.ts";
import { directionOf, languageAttributes } from "./direction.ts";
import type { PageContext } from "./page-context.ts";
import { iconLinks } from "./site-icons.ts";

/** One page, but for what all pages have. */
export interface Page {
  readonly title: string;
  /** The path of its own; null for pages that stand in for others, which no search engine may keep. */
  readonly address: string | null;
  /** Where the original stands, of which it is a copy (RFC 6596). */
  readonly canonical?: string | null;
  /** Whether search engines are asked to leave it out. */
  readonly isUnindexed?: boolean;
  /** There where its text has parts that only some articles have. */
  readonly needsTextStylesheet?: true | undefined;
  /** The same in its languages, itself included. */
  readonly translations?: readonly Translation[] | undefined;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** What one can subscribe to here, beside the whole site. */
  readonly channels: readonly Channel[];
  /** What previews show of it, beside title, description and URL. */
  readonly head: Markup | null;
  readonly main: Markup;
}

/** A whole HTML document (HTML Living Standard). Needs no script. */
export function renderPage(page: Page, context: PageContext): string {
  const { site } = context;
  const words = wordsFor(page.language);
  return lines(
    markup`<!doctype html>`,
    markup`<html lang="${page.language}" dir="${directionOf(page.language)}">`,
    markup`<head>`,
    headOf(page, context),
    markup`</head>`,
    markup`<body>`,
    markup`<a class="skip" href="#${PAGE_IDS.main}">${words.skipToText}</a>`,
    masthead(page, context),
    markup`<main id="${PAGE_IDS.main}">`,
    page.main,
    markup`</main>`,
    markup`<footer class="colophon"${languageAttributes(site.language, page.language)}>`,
    colophon(context, wordsFor(site.language)),
    markup`</footer>`,
    markup`</body>`,
    markup`</html>`,
  ).source;
}

function headOf(page: Page, { site, channel, stylesheet, textStylesheet }: PageContext): Markup {
  const url = page.address === null ? null : (page.canonical ?? `${site.url}${page.address}`);
  return lines(
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<title>${page.title === site.title ? site.title : `${page.title} · ${site.title}`}</title>`,
    page.description ? markup`<meta name="description" content="${page.description}">` : null,
    url === null || page.isUnindexed ? markup`<meta name="robots" content="noindex">` : null,
    url === null ? null : markup`<link rel="canonical" href="${url}">`,
    (page.translations ?? []).map(
      (one) => markup`<link rel="alternate" hreflang="${one.language}" href="${one.url}">`,
    ),
    iconLinks(site),
    markup`<link rel="manifest" href="${ADDRESS.manifest}">`,
    markup`<link rel="stylesheet" href="${stylesheet}">`,
    page.needsTextStylesheet ? markup`<link rel="stylesheet" href="${textStylesheet}">` : null,
    [...page.channels, channel].map((one) =>
      FORMAT_NAMES.map(
        (name) =>
          markup`<link rel="alternate" type="${FORMATS[name].mediaType}" title="${one.title} (${FORMATS[name].title})" href="${site.url}${one.addresses[name]}">`,
      ),
    ),
    markup`<meta property="og:site_name" content="${site.title}">`,
    markup`<meta property="og:title" content="${page.title}">`,
    page.description ? markup`<meta property="og:description" content="${page.description}">` : null,
    url === null ? null : markup`<meta property="og:url" content="${url}">`,
    page.head ?? markup`<meta property="og:type" content="website">`,
  );
}

/** The site's name is the heading of its front page, and of no other. */
function masthead({ address, language }: Page, { site, navigation }: PageContext): Markup {
  const words = wordsFor(site.language);
  const items = [...navigation, { title: words.subscribe.title, href: ADDRESS.subscribe }];
  const name = markup`<a href="${ADDRESS.index}">${site.title}</a>`;
  return lines(
    markup`<header class="masthead"${languageAttributes(site.language, language)}>`,
    address === ADDRESS.index
      ? [
          markup`<h1>${name}</h1>`,
          site.description ? markup`<p class="standfirst">${site.description}</p>` : null,
        ]
      : markup`<p class="name">${name}</p>`,
    markup`<nav aria-label="${words.sections}">`,
    markup`<ul>`,
    items.map(
      ({ title, href }) =>
        markup`<li><a href="${href}"${href === address ? markup` aria-current="page"` : null}>${title}</a></li>`,
    ),
    markup`</ul>`,
    markup`</nav>`,
    markup`</header>`,
  );
}

function colophon({ site, channel }: PageContext, words: Words): Markup {
  return lines(
    markup`<nav aria-label="${words.feeds}">`,
    markup`<ul>`,
    FORMAT_NAMES.map(
      (name) =>
        markup`<li><a type="${FORMATS[name].mediaType}" href="${channel.addresses[name]}">${FORMATS[name].title}</a></li>`,
    ),
    markup`<li><a type="${MEDIA_TYPE.opml}" href="${ADDRESS.opml}">OPML</a></li>`,
    markup`</ul>`,
    markup`</nav>`,
    site.footer ? markup`<p>${site.footer}</p>` : null,
    site.copyright ? markup`<p>${site.copyright}</p>` : null,
  );
}
