import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Arguments } from "../values/arguments.ts";
import type { Filling } from "./filling.ts";
import { element } from "./filling.ts";

/** Names of tags, shortcodes and includes that show a picture. */
const PICTURE =
  /im(?:g|age)|(?:^|[^a-z])fig(?:ure)?|(?:^|[^a-z])pic(?:ture)?s?(?:$|[^a-z])|photo|screenshot|thumb|lightbox/i;
const PICTURE_FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#]|$)/i;
const SOUND_FILE = /\.(?:mp3|m4a|ogg|oga|opus|wav)(?:[?#]|$)/i;
const FILM_FILE = /\.(?:mp4|m4v|webm|mov|ogv)(?:[?#]|$)/i;

const SOURCE_NAMES =
  "src url file path image image_path img source image_url filename name asset picture photo".split(" ");

/**
 * A picture, a sound or a film as the tags of many sites show them: `{% img left /a.png 100 100 "T" %}`,
 * `{{< figure src="a.png" caption="C" >}}`, `{% include image.html url="a.png" %}`. Null where no file
 * is named. `toInline` makes HTML of a caption in Markdown.
 */
export function picture(name: string, args: Arguments, { toInline, toTarget }: Writing): Filling | null {
  const isPicture = PICTURE.test(name);
  const named = SOURCE_NAMES.map((one) => args.names.get(one)).filter((one) => one !== undefined);
  const all = [...named, ...args.positions, ...args.names.values()];
  const file = all.find((one) => isFile(one) && !/\s(?!.*\.\w+$)/.test(one));
  const source = (file ?? (isPicture ? named[0] : undefined))?.trim();
  if (source === undefined || source === "" || /[<>"]/.test(source)) return null;
  const target = escapeAttribute(toTarget(source));
  if (SOUND_FILE.test(source)) return element(`<audio controls src="${target}"></audio>`, "");
  if (FILM_FILE.test(source)) return element(`<video controls src="${target}"></video>`, "");

  const behind = args.positions.slice(args.positions.indexOf(source) + 1);
  const words = (args.positions.includes(source) ? behind : []).filter((one) => !/^\d+(?:px|%)?$/.test(one));
  const title = args.names.get("title");
  const caption = args.names.get("caption") ?? args.names.get("figcaption") ?? args.names.get("description");
  const shown = [
    caption === undefined || name === "figure" ? title : undefined,
    caption,
    args.names.get("attr"),
  ]
    .filter((one) => one !== undefined && one.trim() !== "")
    .map((one) => toInline(one ?? ""));
  const alt = args.names.get("alt") ?? args.names.get("alt_text") ?? words.at(-1) ?? title ?? "";
  const sizes = ["width", "height"].map((one) => [one, args.names.get(one) ?? ""] as const);
  const attributes = [
    ["src", toTarget(source)] as const,
    ["alt", alt] as const,
    ...sizes.filter(([, size]) => /^\d+$/.test(size)),
  ].map(([key, text]) => `${key}="${escapeAttribute(text.replace(/\s+/g, " "))}"`);
  const img = `<img ${attributes.join(" ")}>`;
  const link = args.names.get("link") ?? args.names.get("href");
  const linked =
    link === undefined || link === ""
      ? img
      : `<a href="${escapeAttribute(link.replace(/\s/g, "%20"))}">${img}</a>`;
  const block =
    shown.length === 0
      ? `<p>${linked}</p>`
      : `<figure>${linked}<figcaption>${shown.join(" ")}</figcaption></figure>`;
  return element(linked, alt, block);
}

/** How what is given becomes part of an article. */
export interface Writing {
  /** Markdown as HTML inside of a line. */
  readonly toInline: (markdown: string) => string;
  /** The file that a path means. */
  readonly toTarget: (path: string) => string;
}

function isFile(text: string): boolean {
  return PICTURE_FILE.test(text) || SOUND_FILE.test(text) || FILM_FILE.test(text);
}
