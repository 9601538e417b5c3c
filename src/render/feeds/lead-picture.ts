import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { FeedImage } from "./feed-model.ts";

/** Smaller ones are marks: badges, buttons, single pixels that count readers. */
const LEAST_PIXELS = 50;

/** What the extension says of a file of the site, whose address is made from its bytes. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
};

/** The picture that stands for an article in a list: the one that it names, else the first of its text. */
export function leadPicture({ image, readText }: Article, site: Site): FeedImage | null {
  if (image === null) return firstPicture(readText().html, site);
  const { url, type, width, height } = image;
  return { url, type, width, height };
}

/** An image in clean HTML, whose attributes stand in double quotes. */
const IMAGE = /<img [^>]*>/g;

function firstPicture(html: string, { url: origin }: Site): FeedImage | null {
  if (!html.includes("<img ")) return null;
  for (const [tag] of html.matchAll(IMAGE)) {
    const url = plain(/ src="([^"]*)"/.exec(tag)?.[1] ?? "");
    const [width, height] = [pixels(tag, "width"), pixels(tag, "height")];
    const isMark = [width, height].some((length) => length !== null && length < LEAST_PIXELS);
    if (!/^https?:\/\//.test(url) || isMark) continue;
    const [, extension = ""] = /^\/media\/[\da-f]{20}\.(\w+)$/.exec(url.slice(origin.length)) ?? [];
    const type = url.startsWith(`${origin}/`) ? (TYPES[extension] ?? null) : null;
    return { url, type, width, height };
  }
  return null;
}

function pixels(tag: string, name: string): number | null {
  const [, length] = new RegExp(` ${name}="(\\d{1,5})"`).exec(tag) ?? [];
  return length === undefined ? null : Number(length);
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&#39;": "'",
};

function plain(attribute: string): string {
  return attribute.replace(/&(?:amp|quot|lt|gt|#39);/g, (one) => REFERENCES[one] ?? one);
}
