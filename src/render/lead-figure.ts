import type { ArticleHead } from "../article/article.ts";
import type { Markup } from "./markup.ts";
import { markup } from "./markup.ts";

/** The lead image, as feeds show it above the text. */
export function leadFigure({ image }: ArticleHead): Markup | null {
  if (image === null) return null;
  const size = image.width && image.height ? markup` width="${image.width}" height="${image.height}"` : null;
  return markup`<figure><img src="${image.url}" alt="${image.alt}"${size}></figure>\n`;
}
