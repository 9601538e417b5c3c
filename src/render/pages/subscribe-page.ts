import type { ChannelKind } from "../../article/named-channel.ts";
import { ADDRESS, CHANNEL_FOLDER, MEDIA_TYPE } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { byName, KINDS, nameLink, nameList } from "./channel-links.ts";
import { feedAddresses, readerLink } from "./feed-addresses.ts";
import { renderPage } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { qrCode } from "./qr-code.ts";

/** Of a kind with more channels than this, each is named with a link to its page, which has the addresses. */
const MOST_ADDRESSED = 100;

/**
 * One feed, one button and what it does, for somebody who never heard of feeds; below, for whoever opens
 * it, how it works and where every feed is found. The code leads to this page, since a phone's camera
 * opens a page, where the button is, and makes nothing of a feed. `live` has something to read.
 */
export function renderSubscribePage(live: readonly Channel[], context: PageContext): string {
  const { site, channel } = context;
  const { language } = site;
  const { subscribe } = wordsFor(language);
  const feed = `${site.url}${channel.addresses.rss}`;
  return renderPage(
    {
      language,
      title: subscribe.title,
      address: ADDRESS.subscribe,
      description: subscribe.promise,
      channels: [],
      head: null,
      main: lines(
        markup`<section class="subscribe">`,
        markup`<div>`,
        markup`<h1>${subscribe.title}</h1>`,
        markup`<p class="standfirst">${subscribe.promise}</p>`,
        markup`<p><a class="button" href="${readerLink(feed)}">${subscribe.open}</a></p>`,
        markup`</div>`,
        markup`<figure>`,
        qrCode(`${site.url}${ADDRESS.subscribe}`, `${subscribe.title}: ${site.url}${ADDRESS.subscribe}`),
        markup`<figcaption>${subscribe.scan}</figcaption>`,
        markup`</figure>`,
        markup`</section>`,
        markup`<details class="more">`,
        markup`<summary>${subscribe.more}</summary>`,
        allFeeds(live, context),
        markup`</details>`,
      ),
    },
    context,
  );
}

/** How to go about it, and the address of every feed. */
function allFeeds(live: readonly Channel[], context: PageContext): Markup {
  const { site, channel } = context;
  const words = wordsFor(site.language);
  const { subscribe } = words;
  return lines(
    markup`<h2>${subscribe.how}</h2>`,
    markup`<ol>`,
    [subscribe.getReader, subscribe.addAddress, subscribe.thatIsAll].map((step) => markup`<li>${step}</li>`),
    markup`</ol>`,
    markup`<h2>${subscribe.wholeSite}</h2>`,
    feedAddresses(channel, { language: site.language }, context),
    markup`<p class="note">${subscribe.whichFormat}</p>`,
    KINDS.map(({ kind, word }) =>
      kindSection(
        kind,
        words[word],
        live.filter((one) => one.kind === kind),
        context,
      ),
    ),
    markup`<h2>${subscribe.allAtOnce}</h2>`,
    markup`<p><a type="${MEDIA_TYPE.opml}" href="${ADDRESS.opml}">OPML</a></p>`,
    markup`<p class="note">${subscribe.opml}</p>`,
  );
}

function kindSection(
  kind: ChannelKind,
  heading: string,
  channels: readonly Channel[],
  context: PageContext,
): Markup | null {
  if (channels.length === 0) return null;
  const sorted = byName(channels, context.site.language);
  return lines(
    markup`<h2><a href="${CHANNEL_FOLDER[kind]}">${heading}</a></h2>`,
    sorted.length > MOST_ADDRESSED
      ? nameList(sorted)
      : markup`<dl class="addresses">\n${sorted.map((one) => addressLine(one, context))}</dl>`,
  );
}

/** One address to copy, and the same feed in the other formats. */
function addressLine(channel: Channel, { site }: PageContext): Markup {
  const [first, ...others] = FORMAT_NAMES;
  return markup`<div><dt>${nameLink(channel)}</dt><dd><code dir="ltr">${site.url}${channel.addresses[first]}</code> ${others.map(
    (name) =>
      markup`<a type="${FORMATS[name].mediaType}" href="${channel.addresses[name]}" aria-label="${channel.name}, ${FORMATS[name].title}">${FORMATS[name].title}</a> `,
  )}</dd></div>\n`;
}
