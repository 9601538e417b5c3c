import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { findElement, textOfNodes } from "./html-tree.ts";

/** Elements that show or do something which no article can carry: they go with all that they hold. */
export const DROPPED: ReadonlySet<string> = new Set(
  "applet base button canvas form head input link map area math meta noembed noframes script select style svg template textarea title xmp".split(
    " ",
  ),
);

/** Parts of themes and plugins, by their classes: buttons to share, players made of scripts, related posts. */
const FURNITURE =
  /(?:^|\s)(?:sharedaddy|sd-sharing[\w-]*|jp-relatedposts|addtoany[\w-]*|a2a_[\w-]*|wp-block-social-links?|wp-block-spacer|feedflare|kg-audio-(?:player-container|thumbnail)|kg-video-(?:player-container|overlay|thumbnail)|kg-file-card-icon|kg-toggle-card-icon|kg-signup-card|blogger-post-footer|screen-reader-text|wp-block-file__button|kg-bookmark-thumbnail)(?:\s|$)/;

/** Whether an element belongs to the page around a text rather than to the text. */
export function isFurniture({ attributes }: HtmlElement): boolean {
  return attributes.class !== undefined && FURNITURE.test(attributes.class);
}

/** Whether an image only counts readers. */
export function isCounter({ attributes }: HtmlElement): boolean {
  const { width, height, src = "" } = attributes;
  const isDot = /^[01](?:px)?$/.test(width ?? "") && /^[01](?:px)?$/.test(height ?? "");
  return (
    isDot ||
    /^https?:\/\/(?:[\w-]+\.)*(?:feedburner\.com\/~|feedsportal\.com|pixel\.wp\.com|stats\.wordpress\.com|b\.gif|feeds\.wordpress\.com\/1\.0\/comments)/.test(
      src,
    )
  );
}

/** What stands for the cards of Ghost that are made of many elements; null for other elements. */
export function cardOf({ attributes, children }: HtmlElement): readonly HtmlNode[] | null {
  const classes = ` ${attributes.class ?? ""} `;
  if (!classes.includes(" kg-")) return null;
  const named = (name: string) =>
    textOfNodes([
      findElement(children, (one) => ` ${one.attributes.class ?? ""} `.includes(` ${name} `)) ?? "",
    ]).trim();
  const linkTo = (href: string | undefined, text: string): readonly HtmlNode[] | null =>
    href ? [element("p", {}, [element("a", { href }, [text || href])])] : null;
  const anchor = findElement(children, ({ name, attributes: own }) => name === "a" && own.href !== undefined);
  if (classes.includes(" kg-bookmark-card ")) {
    const title = named("kg-bookmark-title") || textOfNodes(anchor?.children ?? []).trim();
    return linkTo(anchor?.attributes.href, title);
  }
  if (classes.includes(" kg-file-card ")) return linkTo(anchor?.attributes.href, named("kg-file-card-title"));
  if (classes.includes(" kg-button-card "))
    return linkTo(anchor?.attributes.href, textOfNodes(anchor?.children ?? []).trim());
  if (classes.includes(" kg-audio-card ")) {
    const audio = findElement(children, ({ name }) => name === "audio");
    const title = named("kg-audio-title");
    return audio && [...(title ? [element("p", {}, [title])] : []), audio];
  }
  return null;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[],
): HtmlElement {
  return { name, attributes, children };
}

/** The page of what a frame shows. */
export function pageOfFrame(src: string): string {
  const url = src.startsWith("//") ? `https:${src}` : src;
  return url
    .replace(
      /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
      "https://www.youtube.com/watch?v=$1",
    )
    .replace(/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, "https://vimeo.com/$1")
    .replace(/^https?:\/\/open\.spotify\.com\/embed\/(\w+\/\w+).*$/, "https://open.spotify.com/$1")
    .replace(
      /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+).*$/,
      "https://www.dailymotion.com/video/$1",
    );
}
