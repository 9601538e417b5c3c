import { compareInFolder } from "../../src/article/folder-order.ts";
import { articleAt } from "../../src/article/remembered-article.ts";
import { NONE_STAYING, stayingOf } from "../../src/article/staying-articles.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import type { OpenBake } from "../../src/bake/open-bake.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { mediaDigests } from "../../src/bake/remembered/media-digests.ts";
import { inputOf, siteWith, sourcesOf } from "./small-site.ts";
import { must, NOW } from "./values.ts";

type Files = Readonly<Record<string, string>>;

/** A site that is opened anew, and once more by what is remembered of files that stayed. */
export interface OpenedTwice {
  readonly anew: OpenBake;
  readonly again: OpenBake;
  /** What was remembered of the first publish, by path. */
  readonly remembered: ReadonlyMap<string, OpenBake["rememberable"]["articles"][number]>;
  /** Files that were asked after all. */
  readonly asked: readonly string[];
  /** What each of them was opened with. */
  readonly inputs: { readonly anew: BakeInput; readonly again: BakeInput };
}

/** Publishes files, changes some, and opens the site in both ways an hour later. */
export function openedTwice(
  files: Files,
  changes: Readonly<Record<string, string | null>>,
  { before = {}, after = before }: { before?: Partial<BakeInput>; after?: Partial<BakeInput> } = {},
): OpenedTwice {
  const { site = siteWith() } = before;
  const first = bakeSite(inputOf(files, before));
  const media = mediaDigests(before.media ?? [], () => true);
  const next = Object.entries({ ...files, ...changes }).filter(
    (file): file is [string, string] => file[1] !== null,
  );
  const sources = sourcesOf(Object.fromEntries(next.sort(([a], [b]) => compareInFolder(a, b))), site);
  const remembered = new Map(first.rememberable.articles.map((one) => [one.path as string, one]));
  const stays = ({ path }: { readonly path: string }) => !(path in changes) && remembered.has(path);
  const later = { ...before, ...after, ledger: first.ledger, now: NOW + 3600 };
  const asked: string[] = [];
  const known = sources.filter(stays);
  const articles = stayingOf(
    known.map(({ path }) => must(remembered.get(path) ?? null, path)),
    (row) => {
      const source = must(known[row] ?? null, `row ${row}`);
      asked.push(source.path);
      return source;
    },
  );
  const inputs = {
    anew: inputOf({}, { ...later, known: first.known, sources }),
    again: inputOf(
      {},
      {
        ...later,
        known: first.known,
        sources: sources.filter((one) => !stays(one)),
        remembered: {
          articles,
          media,
          redirects: first.rememberable.redirects,
          around: first.around,
          archives: first.archives,
        },
      },
    ),
  };
  return { anew: openBake(inputs.anew), again: openBake(inputs.again), remembered, asked, inputs };
}

/** All that an open bake says: its articles field by field, with their texts. */
export function told({
  articles,
  standing,
  records,
  channels,
  problems,
  past,
  site,
  rememberable,
  given,
}: OpenBake) {
  const whole = [...articles, ...standing].map((article) => ({
    path: article.path,
    title: article.title,
    summary: article.summary,
    wordCount: article.wordCount,
    authors: article.authors,
    agency: article.agency,
    place: article.place,
    section: article.section,
    tags: article.tags,
    language: article.language,
    page: article.page,
    lead: article.lead,
    visibility: article.visibility,
    canonical: article.canonical,
    correction: article.correction,
    id: article.id,
    ordinal: article.ordinal,
    edition: article.edition,
    address: article.address,
    url: article.url,
    image: article.image,
    enclosures: article.enclosures,
    episode: article.episode,
    published: article.published,
    updated: article.updated,
    needsTextStylesheet: article.needsTextStylesheet,
    pictures: article.pictures,
    card: article.card,
    translations: article.translations,
    fingerprint: article.fingerprint,
    text: article.readText(),
  }));
  return {
    articles: whole,
    records,
    channels,
    problems,
    past,
    site,
    rememberable: together(rememberable, given),
  };
}

/** What may be remembered of articles, whether they are told or stay in their rows, in the order of the folder. */
function together({ stays, articles, redirects }: OpenBake["rememberable"], { remembered }: BakeInput) {
  const rows = remembered?.articles ?? NONE_STAYING;
  const all = [...Array.from(stays, (row) => articleAt(rows, row)), ...articles];
  return { articles: all.sort((a, b) => compareInFolder(a.path, b.path)), redirects };
}
