import type { Article } from "../../src/article/article.ts";
import { articleId } from "../../src/article/values.ts";
import type { Gate } from "../../src/bake/gate/gate.ts";
import { openGate } from "../../src/bake/gate/gate.ts";
import type { FeedItem } from "../../src/render/feeds/feed-model.ts";
import type { FeedText } from "../../src/render/feeds/feed-text.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { feedOf, TOMBSTONE } from "../render/rich-feed.ts";
import { articleBut, must, NOW, urlOf } from "./values.ts";

/** What happens to a feed on its way to the gate. */
export type Spoil = (text: FeedText) => FeedText;
export const asItIs: Spoil = (text) => text;

/** What the gate says of a feed with one item, whose text went through `spoil` on its way there. */
export function gateSays(
  format: FormatName,
  item: FeedItem,
  spoil: Spoil = asItIs,
  gate = gateFor(item),
  known: readonly Article[] = [articleOf(item)],
): string[] {
  const output = {
    key: "/feed",
    kind: "feed",
    type: "",
    status: 200,
    format,
    articles: known,
    itemOf: () => item,
    madeFrom: () => {},
    render: () => feedOf(format, [item], undefined, [{ ...TOMBSTONE, id: item.id }]),
  } as const;
  return gate
    .feed(output, spoil(output.render()))
    .map(({ severity, file, message }) => `${severity}: ${file} ${message}`);
}

export function gateFor(item: FeedItem): Gate {
  return openGate([articleOf(item)], NOW);
}

const articles = new WeakMap<FeedItem, Article>();

/** The article that an item was made from, as far as the gate looks at it; of one item one. */
function articleOf(item: FeedItem): Article {
  const article = articles.get(item) ?? madeInto(item);
  articles.set(item, article);
  return article;
}

function madeInto(item: FeedItem): Article {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  return articleBut({
    id: must(articleId(item.id), item.id),
    url: urlOf(item.url),
    published: seconds(item.published),
    updated: seconds(item.updated),
  });
}

/** Changes the pieces of a feed, as a mistake in a serializer would. */
export const spoiling =
  (from: string | RegExp, to: string): Spoil =>
  (text) => ({
    ...text,
    items: text.items.map((piece) => ({ ...piece, text: piece.text.replace(from, to) })),
  });

/** What takes a field out of the piece of the rich item. */
export const LOST: Readonly<Record<FormatName, Readonly<Record<string, RegExp>>>> = {
  rss: {
    id: /<guid.*\n/,
    title: /<title>.*\n/,
    url: /<link>.*\n/,
    published: /<pubDate>.*\n/,
    updated: /<atom:updated>.*\n/,
    summary: /<description>.*\n/,
    content: /<content:encoded>.*\n/,
    authors: /<dc:creator>Bo.*\n/,
    categories: /<category>tea.*\n/,
    enclosures: /<enclosure .*\n/,
  },
  atom: {
    id: /<id>.*\n/,
    title: /<title>.*\n/,
    url: /<link rel="alternate".*\n/,
    published: /<published>.*\n/,
    updated: /<updated>.*\n/,
    summary: /<summary>.*\n/,
    content: /<content .*\n/,
    authors: /<author><name>Bo.*\n/,
    categories: /<category term="tea".*\n/,
    enclosures: /<link rel="enclosure".*\n/,
  },
  json: {
    id: /"id":"[^"]*",/,
    title: /"title":"[^"]*",/,
    url: /"url":"[^"]*",/,
    published: /"date_published":"[^"]*",/,
    updated: /"date_modified":"[^"]*",/,
    summary: /"summary":"(?:\\.|[^"\\])*",/,
    content: /"content_html":"(?:\\.|[^"\\])*",/,
    authors: /,\{"name":"Bo Quay","url":"[^"]*"\}/,
    categories: /,"tea"/,
    enclosures: /"attachments":\[.*?\],/,
  },
};
