import { mergeInFolder } from "../article/folder-order.ts";
import type { Reach, RememberedArticle } from "../article/remembered-article.ts";
import { RememberedSource } from "../article/remembered-source.ts";
import type { Source } from "../article/source.ts";
import type { Identification, IdentifiedArticle, StayingArticle } from "../ledger/identification.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import type { BakeInput } from "./bake-input.ts";
import { mediaDigests } from "./remembered/media-digests.ts";

/** An article that is who it was, as it is remembered. */
interface StayingSource extends StayingArticle {
  readonly source: RememberedSource;
}

/** The sources of a bake, in the order of the folder. */
export interface SourcesOfBake {
  /** Those that become articles anew. */
  readonly told: readonly Source[];
  readonly staying: readonly StayingSource[];
}

/**
 * Finds the articles that stay who they are. Where something goes by itself, or asks for an id that another
 * one has, and where media changed that they show, they are told anew like any other.
 */
export function stayingArticles({
  sources,
  remembered,
  ledger,
  media,
}: Pick<BakeInput, "sources" | "remembered" | "ledger" | "media">): SourcesOfBake {
  const told = [...sources];
  if (remembered === undefined || remembered.sources.length === 0) return { told, staying: [] };
  const isGoing = told.some(({ expires }) => expires !== undefined);
  const ids = new Set<string>(told.flatMap(({ id }) => id?.trim() ?? []));
  const digests = mediaDigests(media, (path) => remembered.media.has(path));
  const isSame = (file: string) => digests.has(file) && digests.get(file) === remembered.media.get(file);
  const isStaying = ({ article }: RememberedSource, record: ArticleRecord) =>
    !isGoing &&
    record.deleted === null &&
    record.beside !== undefined &&
    !ids.has(record.id) &&
    article.files.every(isSame);
  const staying: StayingSource[] = [];
  const back: Source[] = [];
  for (const source of remembered.sources) {
    const record = ledger.articles[source.article.ordinal];
    if (record !== undefined && isStaying(source, record))
      staying.push({ source, record, hasOwnId: source.article.hasOwnId });
    else back.push(source.whole());
  }
  return { told: mergeInFolder(told, back, ({ path }) => path), staying };
}

/** Sources in the order of the folder, with those of articles that stay. */
export function allOf(
  told: readonly Source[],
  staying: readonly { readonly source: RememberedSource }[],
): readonly Source[] {
  const others = staying.map(({ source }): Source => source);
  return mergeInFolder(told, others, ({ path }) => path);
}

/** The same input without anything remembered: each source is as its file tells it. */
export function withAllSources(
  { remembered: _, ...given }: BakeInput,
  { told, staying }: SourcesOfBake,
): BakeInput {
  const whole = staying.map(({ source }) => source.whole());
  return { ...given, sources: mergeInFolder(told, whole, ({ path }) => path) };
}

/** What of an identification has to be looked at: the articles that do not stay. */
export function toldOf(identified: Identification): Identification {
  const isTold = ({ source }: IdentifiedArticle) => !(source instanceof RememberedSource);
  return { ...identified, articles: identified.articles.filter(isTold) };
}

/** Tells of remembered articles whether they lead where they led, by what became of a site and its redirects. */
export function whoStays(
  { records }: Identification,
  redirects: string,
  { ledger: { articles: before }, remembered }: Pick<BakeInput, "ledger" | "remembered">,
): (article: RememberedArticle) => boolean {
  const isThere =
    redirects === remembered?.redirects &&
    before.every((old, ordinal) => {
      const record = records[ordinal];
      return record === old || (record !== undefined && standsAs(record, old));
    });
  const stays: Readonly<Record<Reach, boolean>> = {
    none: true,
    firm: isThere,
    loose: isThere && records.length === before.length,
  };
  return ({ reach }) => stays[reach];
}

/** Another address shows in the earlier ones, among which the old one is then. */
function standsAs(record: ArticleRecord, old: ArticleRecord): boolean {
  return (
    record.path === old.path && record.deleted === old.deleted && record.earlier.join() === old.earlier.join()
  );
}
