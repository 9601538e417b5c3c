import type { Article } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";

/** The lead image on a page: the largest thing above the fold, so the browser is told to fetch it first. */
export function leadImage({ image }: Article): Markup | null {
  if (image === null) return null;
  const size = image.width && image.height ? markup` width="${image.width}" height="${image.height}"` : null;
  return markup`<figure><img src="${image.url}" alt="${image.alt}"${size} fetchpriority="high"></figure>\n`;
}
