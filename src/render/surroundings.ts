import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import type { ChannelKind } from "../article/named-channel.ts";
import { onceEach } from "../article/once-each.ts";
import type { Summed } from "../article/sum.ts";
import { Sum } from "../article/sum.ts";
import type { AddArticle, SummedArticles } from "./article-sums.ts";
import { articleSums } from "./article-sums.ts";
import type { Channel } from "./channels/channel.ts";
import type { ArticlesBeside } from "./pages/articles-beside.ts";
import type { PageContext } from "./pages/page-context.ts";
import { madeFrom } from "./text/made-from.ts";

/** What documents are made from beside their own articles, each as a sum. */
export interface Surroundings {
  /** A feed of a channel, but for its place and its articles. */
  readonly ofChannel: (channel: Channel) => Summed;
  /** Adds the page of an article. */
  readonly addPage: (article: Article, beside: ArticlesBeside, sum: Sum) => void;
  /** Adds an article as it stands in feeds and lists. */
  readonly addArticle: AddArticle;
  /** Adds a list of them. */
  readonly addArticles: (articles: readonly Article[], sum: Sum) => void;
  /** The same by their ordinals. */
  readonly addOrdinals: (ordinals: readonly number[], sum: Sum) => void;
  /** A page that may name every channel; also those that nothing is in. */
  readonly everyChannel: () => Summed;
}

/**
 * Sums up what pages and feeds take from the site, so that one article that changes changes no more
 * than the documents that name it. `live` are the channels that have articles.
 */
export function surroundings(
  { site, channel, directory, navigation, stylesheet, textStylesheet }: PageContext,
  articles: Articles,
  standing: readonly Article[],
  live: readonly Channel[],
  channels: readonly Channel[],
): Surroundings {
  const settings = madeFrom(site);
  const frame = new Sum().text(madeFrom(settings, wordsOf(channel), navigation, stylesheet, textStylesheet));
  const ofChannel = onceEach((one: Channel) =>
    new Sum()
      .text(settings)
      .text(JSON.stringify(wordsOf(one)))
      .read(),
  );
  const addNames = (kind: ChannelKind, names: Iterable<string>): Summed => {
    const sum = new Sum();
    for (const name of names) {
      const found = directory.find(kind, name);
      if (found === null) sum.number(null);
      else sum.add(ofChannel(found));
    }
    return sum;
  };
  const summed = withStanding(articles, standing);
  const end = standing.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), articles.end);
  const addArticle = articleSums(summed, end, {
    section: onceEach((name) => addNames("section", [name])),
    // Most articles have the list of another.
    tags: onceEach((tags) => addNames("tag", tags)),
    authors: onceEach((authors) =>
      addNames(
        "author",
        authors.map(({ name }) => name),
      ),
    ),
  });
  const addArticles: Surroundings["addArticles"] = (all, sum) => {
    sum.number(all.length);
    for (const { ordinal } of all) addArticle(ordinal, sum);
  };
  let every: Summed | null = null;
  return {
    ofChannel,
    addArticle,
    addArticles,
    addOrdinals(ordinals, sum) {
      sum.number(ordinals.length);
      for (const one of ordinals) addArticle(one, sum);
    },
    addPage(article, { before, related }, sum) {
      addArticle(article.ordinal, sum.add(frame));
      if (before === null) sum.number(null);
      else addArticle(before.ordinal, sum);
      addArticles(related, sum);
    },
    everyChannel() {
      every ??= [live, channels].reduce(
        (sum, list) => list.reduce((all, one) => all.add(ofChannel(one)), sum.number(list.length)),
        new Sum().add(frame),
      );
      return every;
    },
  };
}

/** All of a channel but its articles. */
function wordsOf(channel: Channel): unknown[] {
  const { kind, id, name, title, description, language, addresses, show } = channel;
  return [kind, id, name, title, description, language, addresses, show];
}

/** What is summed up of a site's articles, and of its pages that stand by themselves. */
function withStanding({ of }: Articles, standing: readonly Article[]): SummedArticles {
  if (standing.length === 0) return of;
  const pages = new Map(standing.map((page) => [page.ordinal, page]));
  return {
    fingerprint: (one) => pages.get(one)?.fingerprint ?? of.fingerprint(one),
    section: (one) => (pages.get(one) ?? { section: of.section(one) }).section,
    tags: (one) => pages.get(one)?.tags ?? of.tags(one),
    authors: (one) => pages.get(one)?.authors ?? of.authors(one),
  };
}
