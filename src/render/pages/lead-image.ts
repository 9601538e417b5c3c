import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { cleanHtml, markup } from "../text/markup.ts";
import type { PictureSlot } from "./responsive-images.ts";
import { responsiveImages } from "./responsive-images.ts";

/** The lead image on a page: the largest thing above the fold, so the browser is told to fetch it first. */
export function leadImage({ image, pictures }: Article, slot: PictureSlot): Markup | null {
  if (image === null) return null;
  const size = image.width && image.height ? markup` width="${image.width}" height="${image.height}"` : null;
  const img = markup`<img src="${image.url}" alt="${image.alt}"${size} fetchpriority="high">`;
  return markup`<figure>${cleanHtml(responsiveImages(img.source, pictures, slot))}</figure>\n`;
}
