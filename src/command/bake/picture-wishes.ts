import { mergeInFolder } from "../../article/folder-order.ts";
import { filesNamed } from "../../article/references.ts";
import type { Site } from "../../article/site.ts";
import type { CardWish } from "../../article/social-card.ts";
import type { Source } from "../../article/source.ts";
import type { StayingArticles } from "../../article/staying-articles.ts";
import { NONE_STAYING } from "../../article/staying-articles.ts";
import type { ContentPath } from "../../article/values.ts";
import { contentPath } from "../../article/values.ts";
import { episodeArt } from "../../bake/places/episode-art.ts";
import { shownFiles } from "../../bake/places/site-media.ts";
import { headline } from "../../render/pages/headline.ts";

/** What the articles of a site want of its pictures. */
export interface PictureWishes {
  /** Where the pictures of episodes may lie. */
  readonly episodeArt: ReadonlySet<string>;
  /** Where files of articles may lie that go at an instant. */
  readonly expiring: ReadonlySet<string>;
  /** Headlines that want a card. */
  readonly cardWishes: readonly CardWish[];
  /** Whether an article shows the file that site.toml names as the icon. */
  readonly showsIcon: boolean;
}

/** Tells which pictures have to be made for what. Articles that are `staying` want no more than to show theirs. */
export function pictureWishes(
  articles: readonly Source[],
  { podcast, socialCards, icon }: Pick<Site, "podcast" | "socialCards" | "icon">,
  { list, of }: StayingArticles = NONE_STAYING,
): PictureWishes {
  const iconFile = contentPath(icon ?? "");
  return {
    episodeArt: podcast
      ? new Set([...articles.flatMap(episodeArt), ...[...list].flatMap((row) => of.episodeArt(row))])
      : new Set(),
    expiring: expiring(articles),
    cardWishes: socialCards ? cardWishes(articles, { list, of }) : [],
    showsIcon:
      isShown(iconFile, articles) ||
      (iconFile !== null && list.some((row) => of.files(row).includes(iconFile))),
  };
}

function expiring(articles: readonly Source[]): ReadonlySet<string> {
  const going = articles.filter(({ expires }) => expires !== undefined);
  return new Set(
    going.flatMap(({ path, image, references }) =>
      [...(image ? [image] : []), ...references].flatMap(({ target }) => filesNamed(target, path)),
    ),
  );
}

function cardWishes(
  articles: readonly Source[],
  { list, of }: Pick<StayingArticles, "list" | "of">,
): readonly CardWish[] {
  const without = articles.filter(({ image, page, draft }) => image === null && !page && !draft);
  const kept = [...list].flatMap((row) => {
    const words = { title: of.title(row), language: of.language(row) };
    return of.hasImage(row) ? [] : { path: of.path(row), wish: cardWish(words, false) };
  });
  const wishes = [
    without.map((source) => ({ path: source.path, wish: cardWish(source, source.expires !== undefined) })),
    kept,
  ] as const;
  return mergeInFolder(...wishes, ({ path }) => path).map(({ wish }) => wish);
}

function cardWish({ title, language }: Pick<Source, "title" | "language">, needsBytes: boolean): CardWish {
  return { title, headline: headline({ title, language }), needsBytes };
}

function isShown(file: ContentPath | null, articles: readonly Source[]): boolean {
  const known = { has: (path: string) => path === file };
  return file !== null && articles.some((source) => shownFiles(source, known).length > 0);
}
