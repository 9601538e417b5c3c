import type { Article } from "../article/article.ts";
import type { Channel } from "./channels/channel.ts";
import type { ArticlesBeside } from "./pages/articles-beside.ts";
import type { PageContext } from "./pages/page-context.ts";
import { fingerprints, madeFrom } from "./text/made-from.ts";

/** What documents are made from beside their own articles, each as a short text. */
export interface Surroundings {
  /** A feed of a channel, but for its place and its articles. */
  readonly ofChannel: (channel: Channel) => string;
  /** The page of an article. */
  readonly ofArticle: (article: Article, beside: ArticlesBeside) => string;
  /** A page that may name every channel; also those that nothing is in. */
  readonly everyChannel: () => string;
}

/**
 * Sums up what pages and feeds take from the site, so that one article that changes changes no more
 * than the documents that name it. `live` are the channels that have articles.
 */
export function surroundings(
  { site, channel, directory, navigation, stylesheet, textStylesheet }: PageContext,
  live: readonly Channel[],
  channels: readonly Channel[],
): Surroundings {
  const settings = madeFrom(site);
  const frame = madeFrom(settings, wordsOf(channel), navigation, stylesheet, textStylesheet);
  const summed = new Map<Channel, string>();
  const ofChannel = (one: Channel): string => {
    const known = summed.get(one) ?? madeFrom(settings, wordsOf(one));
    summed.set(one, known);
    return known;
  };
  const list = (all: readonly Channel[]) => all.map(ofChannel).join();
  let every: string | null = null;
  return {
    ofChannel,
    ofArticle(article, { before, related }) {
      const { section, authors, tags } = article;
      const named = [
        section === null ? null : directory.find("section", section),
        ...authors.map(({ name }) => directory.find("author", name)),
        ...tags.map((tag) => directory.find("tag", tag)),
      ];
      return [
        frame,
        article.fingerprint,
        before?.fingerprint,
        fingerprints(related),
        ...named.map((one) => one && ofChannel(one)),
      ].join("\n");
    },
    everyChannel() {
      every ??= madeFrom(frame, list(live), list(channels));
      return every;
    },
  };
}

/** All of a channel but its articles. */
function wordsOf(channel: Channel): unknown[] {
  const { kind, id, name, title, description, language, addresses, show } = channel;
  return [kind, id, name, title, description, language, addresses, show];
}
