import type { ArticlesInTime } from "../../src/ledger/articles-before.ts";
import type { Subject } from "../../src/ledger/related-articles.ts";

/** Articles in a list, by their ordinals. */
export function inTime(
  subjects: readonly Pick<Subject, "ordinal" | "published" | "language">[],
): ArticlesInTime {
  const published: number[] = [];
  const languages: string[] = [];
  for (const one of subjects) {
    published[one.ordinal] = one.published;
    languages[one.ordinal] = one.language;
  }
  return { ordinals: subjects.map(({ ordinal }) => ordinal), published, languages };
}
