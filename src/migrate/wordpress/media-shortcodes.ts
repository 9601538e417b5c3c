import { escapeAttribute } from "../../article/escape-attribute.ts";
import type { Attachment, Attachments } from "./attachments.ts";
import type { Shortcode } from "./shortcodes.ts";

/** What shortcodes of a post are replaced from. */
export interface PostMedia {
  readonly attachments: Attachments;
  /** The post's own number. */
  readonly id: string;
}

/** What stands in the place of a shortcode. */
export type Replace = (shortcode: Shortcode, media: PostMedia) => string;

const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)/i;
const SOUND = /\.(?:mp3|m4a|ogg|oga|wav|flac)(?:$|\?)/i;

/** A picture with the words below it. */
export const caption: Replace = ({ attributes, inner }) => {
  const media = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner ?? "");
  const [image, words] = media ? [media[1] ?? "", media[2] ?? ""] : [inner ?? "", ""];
  const text = (attributes.get("caption") ?? words).trim();
  return text === "" ? image : `\n\n<figure>${image}<figcaption>${text}</figcaption></figure>\n\n`;
};

/** Pictures of the media library. */
export const gallery: Replace = ({ attributes }, { attachments, id }) => {
  const ids = attributes.get("ids") ?? attributes.get("include");
  const excluded = new Set((attributes.get("exclude") ?? "").split(",").map((one) => one.trim()));
  const images =
    ids !== undefined
      ? ids.split(",").flatMap((one) => attachments.byId(one) ?? [])
      : attachments.of(attributes.get("id") ?? id).filter(({ url }) => IMAGE.test(url) && !excluded.has(url));
  return images.length === 0 ? "" : `\n\n${images.map(figureOf).join("\n\n")}\n\n`;
};

/** Sounds of the media library. */
export const playlist: Replace = ({ attributes }, { attachments, id }) => {
  const ids = attributes.get("ids");
  const files =
    ids === undefined
      ? attachments.of(id).filter(({ url }) => SOUND.test(url))
      : ids.split(",").flatMap((one) => attachments.byId(one) ?? []);
  return files
    .map(
      ({ url, title }) =>
        `\n\n<p>${escapeAttribute(title)}</p>\n<audio controls src="${escapeAttribute(url)}"></audio>\n\n`,
    )
    .join("");
};

function figureOf({ url, alt, caption }: Attachment): string {
  const image = `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}" />`;
  return caption === "" ? `<p>${image}</p>` : `<figure>${image}<figcaption>${caption}</figcaption></figure>`;
}
