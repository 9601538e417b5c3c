import { escapeAttribute } from "../../article/escape-attribute.ts";
import type { Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import type { PostMedia, Replace } from "./media-shortcodes.ts";
import { caption, gallery, playlist } from "./media-shortcodes.ts";
import type { Meaning, Place, Shortcode } from "./shortcodes.ts";

const first = ({ attributes, inner }: Shortcode, ...names: readonly string[]): string =>
  names.map((name) => attributes.get(name)).find((value) => value !== undefined && value !== "") ??
  inner?.trim() ??
  "";

const link: Replace = (shortcode) => linkTo(first(shortcode, "url", "src", "href", "link", "0"));

/** A player by the number or address that a shortcode gives. */
const player =
  (page: string): Replace =>
  (shortcode) => {
    const given = first(shortcode, "0", "id", "url", "src");
    return linkTo(/^(?:https?:)?\/\//.test(given) ? given : given === "" ? "" : `${page}${given}`);
  };

const sound: Replace = (shortcode) => {
  const url =
    first(shortcode, "src", "mp3", "m4a", "ogg", "wav", "wma", "flac", "url", "0").split("|")[0] ?? "";
  return url === "" ? "" : `\n\n<audio controls src="${escapeAttribute(url)}"></audio>\n\n`;
};

const film: Replace = (shortcode, media) => {
  const url = first(shortcode, "src", "mp4", "m4v", "webm", "ogv", "wmv", "flv", "url", "0");
  const poster = shortcode.attributes.get("poster") ?? "";
  if (!/^(?:https?:)?\/|\.\w{2,4}$/.test(url)) return url === "" ? "" : link(shortcode, media);
  const shown = poster === "" ? "" : ` poster="${escapeAttribute(poster)}"`;
  return `\n\n<video controls src="${escapeAttribute(url)}"${shown}></video>\n\n`;
};

const code: Replace = ({ name, attributes, inner }) => {
  const named = attributes.get("language") ?? attributes.get("lang") ?? (GENERIC_CODE.has(name) ? "" : name);
  const language = /^[\w+#.-]+$/.test(named) ? ` class="language-${named}"` : "";
  return `\n\n<pre><code${language}>${(inner ?? "").replace(/^\n/, "").replaceAll("[", "&#91;")}</code></pre>\n\n`;
};

const nothing: Replace = () => "";

const GENERIC_CODE: ReadonlySet<string> = new Set(["code", "sourcecode", "source", "codeblock"]);
const LANGUAGES =
  "bash c cpp csharp css go html java javascript js json perl php plain powershell python r ruby scala shell sql swift text typescript vb xml yaml";

/** What shortcodes stand for, by their names. */
const MEANINGS: Readonly<Record<string, Replace>> = {
  audio: sound,
  caption,
  code,
  codeblock: code,
  dailymotion: player("https://www.dailymotion.com/video/"),
  embed: link,
  flickr: link,
  gallery,
  gist: player("https://gist.github.com/"),
  googlemaps: link,
  instagram: link,
  more: nothing,
  playlist,
  podcast: sound,
  powerpress: sound,
  slideshow: gallery,
  soundcloud: link,
  source: code,
  sourcecode: code,
  spotify: link,
  ted: player("https://www.ted.com/talks/"),
  tiktok: link,
  tweet: player("https://twitter.com/i/status/"),
  twitter: link,
  video: film,
  videopress: player("https://videopress.com/v/"),
  vimeo: player("https://vimeo.com/"),
  wp_caption: caption,
  "wp-embed": link,
  youtube: player("https://www.youtube.com/watch?v="),
  ...Object.fromEntries(LANGUAGES.split(" ").map((name) => [name, code])),
};

/** Shortcodes without attributes or end that are no words of a text. */
const BARE =
  /^(?:archives|contact-form(?:-7)?|displayposts?|display-posts|toc|subscribe|sitemap|ninja_forms?|gravityforms?|wpforms|jetpack_\w+|newsletter\w*|easy-\w+|pullquote|nextpage|print_\w+|post_?list|woocommerce_\w+|products?)$/;

/** Makes the meaning of shortcodes in one post; those that nobody knows are dropped and counted. */
export function shortcodeMeaning(media: PostMedia, unknown: Tally): Meaning {
  return (shortcode, place) => {
    const { name, inner, attributes } = shortcode;
    const known = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
    if (known !== undefined && isMeant(shortcode, known, place)) return known(shortcode, media);
    if (place.isCode || /[\w\]]/.test(place.before)) return null;
    const isNamed = [...attributes.keys()].some((key) => !/^\d+$/.test(key));
    if (!isNamed && inner === null && !BARE.test(name) && !/_/.test(name)) return null;
    tally(unknown, name);
    return inner ?? "";
  };
}

/** Names of languages are words too, so they count with an end only; in code that no shortcode has made. */
function isMeant({ inner, attributes }: Shortcode, known: Replace, { isCode }: Place): boolean {
  if (known === code) return inner !== null && !isCode;
  if (known === caption) return inner !== null;
  return known === gallery || known === playlist || known === nothing
    ? true
    : inner !== null || attributes.size > 0;
}

function linkTo(url: string): string {
  const address = url.startsWith("//")
    ? `https:${url}`
    : url.replace(/^http:\/\/(?=(?:www\.)?youtu)/, "https://");
  if (!/^https?:\/\//.test(address)) return "";
  const shown = escapeAttribute(address.replaceAll("&amp;", "&"));
  return `\n\n<p><a href="${shown}">${shown}</a></p>\n\n`;
}
