import type { Article } from "../../article/article.ts";
import { digestOf } from "../../article/digest.ts";
import type { Source } from "../../article/source.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";

/** An article but for what is made of all the rest. */
export type ToldArticle = Omit<Article, "fingerprint" | "readText">;

/** Where the references of its body lead; null where all of them lead to other sites, as its file says. */
export type LedReferences = {
  readonly urls: readonly (AbsoluteUrl | null)[];
  readonly broken: ReadonlySet<AbsoluteUrl>;
} | null;

/**
 * A short text that is equal where all of an article is, its text and what is remembered beside its page
 * included. What its file told is summed up already, so most articles are no more than that and their record.
 */
export function articleFingerprint(
  told: ToldArticle,
  source: Source,
  record: ArticleRecord,
  led: LedReferences,
): string {
  const { words, digest, dialectDigest = digest } = source;
  const found = led === null && isBare(told) ? "" : JSON.stringify([foundFor(told), placed(led)]);
  const said = words ?? JSON.stringify(withoutCardUrl(told));
  return digestOf(`${said}\n${dialectDigest}\n${told.url}\n${rememberedOf(record)}\n${found}`);
}

function rememberedOf(record: ArticleRecord): string {
  const { ordinal, id, slug, first, published, updated, digest, edition, correction } = record;
  const { page = false, joined = null, beside = null } = record;
  const more = JSON.stringify([page, joined, beside, correction?.note, correction?.before]);
  return `${ordinal}\n${id}\n${slug}\n${first}\n${published}\n${updated}\n${digest}\n${edition}\n${more}`;
}

function placed(led: LedReferences): unknown {
  return led && [led.urls, [...led.broken]];
}

/** What is found out about what an article names. */
function foundFor({ canonical, image, enclosures, episode, pictures, card, translations }: ToldArticle) {
  return { canonical, image, enclosures, episode, pictures, card: card?.file.address, translations };
}

/** Whether an article names nothing of which something is found out. */
function isBare(told: ToldArticle): boolean {
  const { canonical, image, enclosures, episode, pictures, card, translations } = told;
  const found = canonical ?? image ?? episode ?? pictures ?? card ?? translations ?? null;
  return found === null && enclosures.length === 0;
}

/** An address of the site's media follows from its bytes, and the size of a picture with them. */
function withoutCardUrl({ card, ...told }: ToldArticle): unknown {
  return { ...told, ...(card && { card: card.file.address }) };
}
