import type { ArticlePicture } from "../../article/article.ts";
import { escapeAttribute } from "../../article/references.ts";

/** Where on a page a picture stands: in the column of text, beside the first headline of a front page, above or beside one in a list, or beside the name of an author. */
export type PictureSlot = "text" | "lead" | "card" | "thumbnail" | "face";

/**
 * How wide the stylesheet makes a picture that is wide enough: on narrow windows, and on all others. What
 * is loaded late is laid out by then, so that a browser may know for itself (`auto`, HTML §4.8.4.2.2).
 */
const WIDTHS: Readonly<Record<PictureSlot, (most: string) => string>> = {
  text: (most) => `(max-width: 43rem) ${most.replace("all", "92vw")}, ${most.replace("all", "40rem")}`,
  card: (most) => `auto, (max-width: 40rem) ${most.replace("all", "92vw")}, ${most.replace("all", "24rem")}`,
  thumbnail: () => "auto, 7rem",
  face: () => "6rem",
  lead: (most) => `(max-width: 56rem) ${most.replace("all", "92vw")}, ${most.replace("all", "43rem")}`,
};

/** An image in clean HTML, whose attributes stand in double quotes. */
const IMAGE = /<img (?![^>]*\ssrcset=)[^>]*?\bsrc="([^"]*)"[^>]*?(?=\s*\/?>)/g;

/**
 * Lets browsers choose the size that a screen needs (HTML §4.8.4.2.1). `src` stays, for those that
 * cannot. An image is never shown wider than its `width` says.
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
    return `${tag} srcset="${srcset}" sizes="${WIDTHS[slot](width < WIDE ? `min(all, ${width}px)` : "all")}"`;
  });
}

/** What is as wide as this fills every slot. */
const WIDE = 688;
