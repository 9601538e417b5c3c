import { proseArticle } from "./prose.ts";

/** One edition of a site that gains, edits and loses articles. */
export interface Edition {
  readonly number: number;
  /** Seconds since 1970. */
  readonly now: number;
  readonly files: Readonly<Record<string, string>>;
  /** Titles in the feed that are new or changed since the edition before. */
  readonly changed: readonly string[];
}

/** Editions a minute apart, up to now: a delta is for who has not been behind for long. */
const SPACING_SECONDS = 60;
const AT_FIRST = 15;

/** Ten editions: each gains an article, most correct one, some lose one. */
export function tenEditions(): Edition[] {
  const titles = new Map(Array.from({ length: AT_FIRST }, (_, at) => [at + 1, `Article ${at + 1}`]));
  const editions = [edition(1, titles, [...titles.values()])];
  for (let number = 2; number <= 10; number += 1) {
    const fresh = `Article ${AT_FIRST + number}`;
    titles.set(AT_FIRST + number, fresh);
    const changed = [fresh];
    if (number % 3 !== 0) {
      const corrected = `Article ${8 + number}, corrected`;
      titles.set(8 + number, corrected);
      changed.push(corrected);
    }
    if (number % 4 === 0) titles.delete(AT_FIRST + number - 2);
    editions.push(edition(number, titles, changed));
  }
  return editions;
}

function edition(number: number, titles: ReadonlyMap<number, string>, changed: readonly string[]): Edition {
  const files = [...titles].map(([at, title]) => [`article-${at}.txt`, proseArticle(at, title)] as const);
  return {
    number,
    now: Math.floor(Date.now() / 1000) - (11 - number) * SPACING_SECONDS,
    files: Object.fromEntries(files),
    changed,
  };
}
