import { digestOf } from "../../article/digest.ts";
import { Sum } from "../../article/sum.ts";

/** A short text for what a document is made from: where it is equal, so is the document. */
export function madeFrom(...parts: readonly unknown[]): string {
  return digestOf(JSON.stringify(parts));
}

/** What tells the articles of a list from those of another. */
export function fingerprints(articles: readonly { readonly fingerprint: string }[]): string {
  const sum = new Sum().number(articles.length);
  for (const { fingerprint } of articles) sum.text(fingerprint);
  return [sum.a, sum.b, sum.c].join();
}
