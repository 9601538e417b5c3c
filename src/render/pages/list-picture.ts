import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { cleanHtml, markup } from "../text/markup.ts";
import type { PictureSlot } from "./responsive-images.ts";
import { responsiveImages } from "./responsive-images.ts";

/** The frame that lists crop pictures to, for those whose size nobody knows. */
const FRAME = { width: 690, height: 460 };

/** Where the pictures of a list stand: above the headlines where all of it have one, else beside them, as thumbnails. */
export function listSlot(articles: readonly Pick<Article, "image" | "pictures">[]): "card" | "thumbnail" {
  const allHaveOne = articles.every(({ image, pictures }) => image !== null || pictures?.[0] !== undefined);
  return allHaveOne ? "card" : "thumbnail";
}

/**
 * The picture of an article in a list: its lead image, else the first of its text that the site has in
 * several sizes; null where it has none. That of the first story is fetched at once, all others late.
 */
export function listPicture(article: Article, slot: Exclude<PictureSlot, "text">): Markup | null {
  const { image, pictures } = article;
  const url = image?.url ?? pictures?.[0]?.url ?? null;
  if (url === null) return null;
  const { width, height } = image?.width && image.height ? image : FRAME;
  const isLead = slot === "lead";
  // Beside its headline a picture says nothing more; that of the first story is told.
  const alt = isLead ? (image?.alt ?? "") : "";
  const when = isLead ? markup`fetchpriority="high"` : markup`loading="lazy"`;
  const img = markup`<img src="${url}" alt="${alt}" width="${width}" height="${height}" ${when}>`;
  return markup`<figure>${cleanHtml(responsiveImages(img.source, pictures, slot))}</figure>\n`;
}
