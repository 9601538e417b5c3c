import type { ArticlePicture } from "../../article/article.ts";
import { escapeAttribute } from "../../article/escape-attribute.ts";

/** Where on a page a picture stands: in the column of text, beside the first headline of a front page, above or beside one in a list, or beside the name of an author. */
export type PictureSlot = "text" | "lead" | "card" | "thumbnail" | "face";

/** How wide the stylesheet makes a picture that is wide enough: on narrow windows, and on all others. */
const WIDTHS: Readonly<Record<PictureSlot, string>> = {
  text: "(max-width: 43rem) 92vw, 40rem",
  card: "(max-width: 40rem) 92vw, 24rem",
  thumbnail: "7rem",
  face: "6rem",
  lead: "(max-width: 56rem) 92vw, 43rem",
};

/** An image in clean HTML, whose attributes stand in double quotes. */
const IMAGE = /<img (?![^>]*\ssrcset=)[^>]*?\bsrc="([^"]*)"[^>]*?(?=\s*\/?>)/g;

/**
 * Lets browsers choose the size that a screen needs (HTML §4.8.4.2.1). `src` stays, for those that
 * cannot. In a text an image is never shown wider than its `width` says.
 */
export function responsiveImages(
  html: string,
  pictures: readonly ArticlePicture[] | undefined,
  slot: PictureSlot,
): string {
  if (pictures === undefined || !html.includes("<img ")) return html;
  const sizes = new Map(pictures.map((one) => [escapeAttribute(one.url), one.sizes]));
  return html.replace(IMAGE, (tag, src: string) => {
    const choices = sizes.get(src);
    if (choices === undefined) return tag;
    const srcset = choices.map(({ url, width }) => `${escapeAttribute(url)} ${width}w`).join(", ");
    const width = Number(/ width="(\d+)"/.exec(tag)?.[1] ?? Number.POSITIVE_INFINITY);
    return `${tag} srcset="${srcset}" sizes="${sizesOf(slot, width)}"`;
  });
}

/** The column of text, in pixels. */
const COLUMN = 640;

/** Without `min()`, which the Nu HTML checker does not know: a narrow picture fills a window as narrow as itself. */
function sizesOf(slot: PictureSlot, width: number): string {
  if (slot !== "text" || width >= COLUMN) return WIDTHS[slot];
  return `(max-width: ${Math.ceil(width / 0.92)}px) 92vw, ${width}px`;
}
