import type { Channel } from "../channels/channel.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import type { Page } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

/** The addresses of a channel's feeds, one a format, to be copied or opened. */
export function feedAddresses(
  channel: Channel,
  { language }: Pick<Page, "language">,
  { site }: PageContext,
): Markup {
  const { open } = wordsFor(language).subscribe;
  return markup`<dl class="addresses">
${FORMAT_NAMES.map((name) => {
  const url = `${site.url}${channel.addresses[name]}`;
  return markup`<div><dt>${FORMATS[name].title}</dt><dd><code dir="ltr">${url}</code> <a href="${readerLink(url)}" aria-label="${open}: ${channel.name}, ${FORMATS[name].title}">${open}</a></dd></div>\n`;
})}</dl>`;
}

/**
 * The link that an installed reader opens: `feed:` is what they register for. With a host behind it
 * readers understand it, though it forgets whether it was `https:`; of `feed:https://…` some make
 * `http://https://…`, and it is no valid URL to the Nu HTML checker.
 */
export function readerLink(url: string): string {
  return url.replace(/^https?:/, "feed:");
}
