import type { Article } from "../../article/article.ts";
import type { LazyArticles } from "../../article/articles.ts";
import { Articles } from "../../article/articles.ts";
import { compareInFolder, placeIn } from "../../article/folder-order.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { RecordFinder } from "../../ledger/records/article-records.ts";
import { recordFinder, toldOf } from "../../ledger/records/told-records.ts";
import type { ResolvedArticles } from "./resolve-articles.ts";

/** What a site shows. */
export interface SiteArticles {
  /** Those that stayed as they were are made when they are asked for. */
  readonly articles: Articles;
  /** Pages that stand by themselves, in the order of their ordinals: new ones come in another than that of files. */
  readonly standing: readonly Article[];
}

/** Sorts the articles of a site, of which those with ordinals below `known` were there before. */
export function siteArticles(
  { staying, records }: Pick<Identification, "staying" | "records">,
  { told, renewed, kept, make, cardAt }: ResolvedArticles,
  known: number,
): SiteArticles {
  const { of } = staying;
  const all = [...told, ...renewed.map(({ article }) => article)];
  const made = all.filter(({ page }) => !page);
  const ordinals = Int32Array.from(kept, of.ordinal);
  const rowOf = new Int32Array(records.length);
  for (const row of kept) rowOf[of.ordinal(row)] = row;
  const row = (ordinal: number) => rowOf[ordinal] ?? 0;
  const { address, published, edition } = toldOf(records);
  let found: RecordFinder | null = null;
  const finder = () => {
    found ??= recordFinder(records, "address");
    return found;
  };
  const lazy: LazyArticles = {
    ordinals,
    make: (ordinal) => make(row(ordinal)),
    ordinalsAt: (address) => finder().all(address),
    of: {
      path: (ordinal) => of.path(row(ordinal)),
      title: (ordinal) => of.title(row(ordinal)),
      section: (ordinal) => of.section(row(ordinal)),
      tags: (ordinal) => of.tags(row(ordinal)),
      authors: (ordinal) => of.authors(row(ordinal)),
      language: (ordinal) => of.language(row(ordinal)),
      visibility: (ordinal) => of.visibility(row(ordinal)),
      canonical: () => null,
      address: (ordinal) => address(ordinal) as Article["address"],
      published,
      edition,
      fingerprint: (ordinal) => of.fingerprint(row(ordinal)),
      needsTextStylesheet: (ordinal) => of.needsTextStylesheet(row(ordinal)),
      card: (ordinal) => cardAt(row(ordinal)),
    },
  };
  const path = (ordinal: number) => of.path(row(ordinal));
  return {
    articles: new Articles(made, inOrder(made, known, { ordinals, path }), lazy),
    standing: all.filter(({ page }) => page).sort((a, b) => a.ordinal - b.ordinal),
  };
}

/** Ordinals in the order of the folder; those from `known` on are new, and come last. */
function inOrder(
  made: readonly Article[],
  known: number,
  { ordinals, path }: { readonly ordinals: Int32Array; readonly path: (ordinal: number) => string },
): Int32Array {
  const before = made
    .filter(({ ordinal }) => ordinal < known)
    .sort((a, b) => compareInFolder(a.path, b.path));
  const fresh = made.filter(({ ordinal }) => ordinal >= known);
  const all = new Int32Array(ordinals.length + made.length);
  let [from, at] = [0, 0];
  for (const one of before) {
    const to = placeIn(ordinals, path, one.path, from);
    all.set(ordinals.subarray(from, to), at);
    at += to - from;
    all[at] = one.ordinal;
    at += 1;
    from = to;
  }
  all.set(ordinals.subarray(from), at);
  at += ordinals.length - from;
  for (const { ordinal } of fresh) {
    all[at] = ordinal;
    at += 1;
  }
  return all;
}
