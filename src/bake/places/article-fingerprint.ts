import type { Article, Source } from "../../article/article.ts";
import { digestOf } from "../../article/digest.ts";
import type { AbsoluteUrl } from "../../article/values.ts";

/** An article but for what is made of all the rest. */
export type ToldArticle = Omit<Article, "fingerprint" | "readText">;

/** Where the references of its body lead; null where all of them lead to other sites, as its file says. */
export type LedReferences = {
  readonly urls: readonly (AbsoluteUrl | null)[];
  readonly broken: ReadonlySet<AbsoluteUrl>;
} | null;

/**
 * A short text that is equal where all of an article is, its text included. What its file told is summed
 * up already, so most articles are no more than that and what is remembered of them.
 */
export function articleFingerprint(told: ToldArticle, source: Source, led: LedReferences): string {
  const { words, digest, dialectDigest = digest } = source;
  const { id, ordinal, edition, url, published, updated } = told;
  if (words === undefined)
    return digestOf(JSON.stringify([withoutCardUrl(told), dialectDigest, placed(led)]));
  const record = `${id}\n${ordinal}\n${edition}\n${url}\n${published}\n${updated}`;
  const found = led === null && isBare(told) ? "" : JSON.stringify([foundFor(told), placed(led)]);
  return digestOf(`${words}\n${dialectDigest}\n${record}\n${found}`);
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
