import type { ChannelKind } from "../../article/named-channel.ts";
import { ADDRESS, CHANNEL_FOLDER, MEDIA_TYPE } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { byName, KINDS, nameLink, nameList } from "./channel-links.ts";
import { feedAddresses } from "./feed-addresses.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";

/** Of a kind with more channels than this, each is named with a link to its page, which has the addresses. */
const MOST_ADDRESSED = 100;

/** What a feed is and where every feed of the site is found, in words for people. `live` has something to read. */
export function renderSubscribePage(live: readonly Channel[], context: PageContext): string {
  const { site, channel } = context;
  const page = { language: site.language };
  const words = wordsFor(site.language);
  const { subscribe } = words;
  return renderPage(
    {
      ...page,
      title: subscribe.title,
      address: ADDRESS.subscribe,
      description: subscribe.promise,
      channels: [],
      head: null,
      main: lines(
        markup`<header>`,
        markup`<h1>${subscribe.title}</h1>`,
        markup`<p class="standfirst">${subscribe.promise}</p>`,
        markup`</header>`,
        markup`<h2>${subscribe.how}</h2>`,
        markup`<ol>`,
        [subscribe.getReader, subscribe.addAddress, subscribe.thatIsAll].map(
          (step) => markup`<li>${step}</li>`,
        ),
        markup`</ol>`,
        markup`<h2>${subscribe.wholeSite}</h2>`,
        feedAddresses(channel, page, context),
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
      ),
    },
    context,
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
