import type { Author } from "../article/article.ts";
import { foldName } from "../article/channel-name.ts";
import { singleLine } from "../article/plain-text.ts";
import type { Site } from "../article/site.ts";
import { knownAuthor } from "./fields/people.ts";
import type { ArticleFields } from "./fields/told-fields.ts";
import type { FormatReading } from "./readers.ts";
import type { ArticlePlace } from "./text/article-path.ts";

/** Each author once, under the name that site.toml or a data file gives who is meant. */
export function authorsOf(
  fields: Partial<ArticleFields>,
  reading: FormatReading,
  site: Site,
): readonly Author[] {
  const named = reading.authors.map((name) => ({ name: singleLine(name), url: null, email: null }));
  // Of two with one name the first counts: a text may be signed off twice.
  const byName = new Map<string, Author>();
  for (const author of fields.authors ?? named) {
    const known = author.name === "" ? author : knownAuthor(author, site);
    if (known.name !== "" && !byName.has(known.name)) byName.set(known.name, known);
  }
  return [...byName.values()];
}

/** Tags and categories, each once, however it is spelled. */
export function tagsOf({ tags, categories }: Partial<ArticleFields>, place: ArticlePlace): readonly string[] {
  const bySpelling = new Map<string, string>();
  for (const word of [...wordsOf(tags, place), ...wordsOf(categories, place)]) {
    const spelling = foldName(word);
    if (!bySpelling.has(spelling)) bySpelling.set(spelling, word);
  }
  return [...bySpelling.values()];
}

/** Words of a list. Where Jekyll reads them, spaces part those of a text. */
export function wordsOf(list: readonly string[] = [], { isJekyll }: ArticlePlace): readonly string[] {
  const parted = isJekyll && list.length === 1 ? (list[0]?.split(/\s/) ?? []) : list;
  return parted.map(singleLine).filter((word) => word !== "");
}
