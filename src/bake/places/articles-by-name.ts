import { compareInFolder, placeIn } from "../../article/folder-order.ts";
import type { StayingArticles } from "../../article/staying-articles.ts";
import { rowOfPath } from "../../article/staying-articles.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";
import { articleStem } from "./paths-by-name.ts";

/** An article and its file. */
interface NamedArticle {
  readonly path: string;
  readonly record: ArticleRecord;
}

/**
 * Finds an article by the path of its file, also without the extension, of a bundle by its folder; of
 * several that of the first file as they lie in the folder.
 */
export function articlesByName({
  articles,
  staying,
  records,
}: Identification): (name: string) => ArticleRecord | null {
  const told = new Map<string, NamedArticle>();
  // New ones come in another order than that of the folder.
  const inFolder = articles.toSorted((a, b) => compareInFolder(a.source.path, b.source.path));
  for (const { source, record } of inFolder) {
    const { path } = source;
    for (const name of [path, articleStem(path)]) if (!told.has(name)) told.set(name, { path, record });
  }
  const kept = (name: string): NamedArticle | null => {
    const row = rowOfName(staying, name);
    const record = row < 0 ? undefined : records.at(staying.of.ordinal(row));
    return record === undefined ? null : { path: staying.of.path(row), record };
  };
  return (name) => {
    const [one, other] = [told.get(name) ?? null, kept(name)];
    if (one === null || other === null) return (one ?? other)?.record ?? null;
    return (compareInFolder(one.path, other.path) < 0 ? one : other).record;
  };
}

/** The row of the first article that has a name; -1 where none has. */
function rowOfName(staying: StayingArticles, name: string): number {
  const { list, of } = staying;
  const exact = rowOfPath(staying, name);
  if (exact >= 0) return exact;
  for (const start of [`${name}/index.`, `${name}.`]) {
    for (let at = placeIn(list, of.path, start); at < list.length; at += 1) {
      const path = of.path(list[at] ?? 0);
      if (!path.startsWith(start)) break;
      if (articleStem(path) === name) return list[at] ?? -1;
    }
  }
  return -1;
}
