import type { Article, SocialCard } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Problem } from "../../article/problem.ts";
import type { Reach } from "../../article/remembered-article.ts";
import type { Site } from "../../article/site.ts";
import type { SocialCards } from "../../article/social-card.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";
import type { LatestText } from "./article-text.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import { KeptArticle } from "./kept-article.ts";
import type { Surroundings } from "./resolve-article.ts";
import { cardOf, resolveArticle } from "./resolve-article.ts";
import { mediaDigester } from "./site-media.ts";
import { siteTargets, urlOn } from "./site-targets.ts";
import { translationsDigest, translationsOf } from "./translations.ts";

/** What articles can lead to, beside each other. */
export interface PlacesOfSite {
  readonly site: Site;
  readonly media: readonly Media[];
  readonly hidden?: HiddenPlaces;
  readonly cards?: SocialCards;
  /** Whether an article that stays who it is leads where it led, by what it names. */
  readonly stays?: (reach: Reach) => boolean;
}

/** The articles of a site. */
export interface ResolvedArticles {
  /** Those that were told anew, in the order in which they were. */
  readonly told: readonly Article[];
  /** Those that stayed who they are, and became others all the same; with the rows of what they were. */
  readonly renewed: readonly { readonly row: number; readonly article: Article }[];
  /** Rows of those that stayed as they were, in the order of the folder. */
  readonly kept: Int32Array;
  /** The article of such a row. */
  readonly make: (row: number) => Article;
  /** Its card. */
  readonly cardAt: (row: number) => SocialCard | undefined;
}

/** Gives each article its URL, and leads its references to where they mean. */
export function resolveArticles(
  identified: Identification,
  { site, media, cards, hidden, stays = () => false }: PlacesOfSite,
  problems: Problem[],
): ResolvedArticles {
  const targets = siteTargets(identified, site, media, hidden);
  const byUrl = new Map(media.map((one) => [urlOn(site, one.address), one]));
  const translations = translationsOf(identified, site);
  const latest: LatestText = { readText: null, text: null };
  const around: Surroundings = { site, targets, media: byUrl, cards, translations, problems, latest };
  const withMedia = mediaDigester(media);
  const { of, list, read } = identified.staying;
  const recordAt = (row: number) => identified.records.at(of.ordinal(row)) as ArticleRecord;
  const cardAt = (row: number) =>
    cards === undefined || cards.size === 0
      ? undefined
      : cardOf({ title: of.title(row), hasImage: of.hasImage(row) }, cards, site);
  const isKept = (row: number) =>
    stays(of.reach(row)) &&
    translationsDigest(translations.get(of.ordinal(row))) === of.translated(row) &&
    (cardAt(row)?.file.address ?? null) === of.card(row);
  const kept = list.filter(isKept);
  const others = kept.length === list.length ? [] : [...list].filter((row) => !isKept(row));
  return {
    told: identified.articles.map((one) => resolveArticle(one, around)),
    renewed: others.map((row) => {
      const one = { source: withMedia(read(row)), record: recordAt(row) };
      return { row, article: resolveArticle(one, around) };
    }),
    kept,
    cardAt,
    make(row) {
      const record = recordAt(row);
      // What is wrong with one that stays was told when it became what it is.
      const resolve = () => resolveArticle({ source: read(row), record }, { ...around, problems: [] });
      const url = urlOn(site, record.address);
      const beside = { translations: translations.get(record.ordinal), card: cardAt(row) };
      return new KeptArticle({ of, row, record, url, ...beside, resolve });
    },
  };
}
