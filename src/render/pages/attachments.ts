import type { Article, Enclosure } from "../../article/article.ts";
import { percentDecoded } from "../../article/percent-decoded.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { fileSize, playingTime } from "./file-measures.ts";

/** What goes with an article: a player for sound and film, a link for all of it. Null where nothing does. */
export function attachments({ enclosures, title, language }: Article, words: Words): Markup | null {
  if (enclosures.length === 0) return null;
  return lines(
    markup`<section class="attachments" aria-label="${words.attachments}">`,
    markup`<ul>`,
    enclosures.map((one) => markup`<li>${player(one, title)}${described(one, language)}</li>`),
    markup`</ul>`,
    markup`</section>`,
  );
}

/** Nothing is loaded before somebody listens. */
function player({ url, type }: Enclosure, title: string): Markup | null {
  if (type.startsWith("audio/"))
    return markup`<audio controls preload="none" src="${url}" aria-label="${title}"></audio>\n`;
  if (type.startsWith("video/"))
    return markup`<video controls preload="none" src="${url}" aria-label="${title}"></video>\n`;
  return null;
}

/** Its own name, and what to expect of it: "foghorn.mp3 12:30 · 5.4 MB". */
function described(enclosure: Enclosure, language: string): Markup {
  const { url, sizeBytes, durationSeconds } = enclosure;
  const name = enclosure.name ?? nameIn(url);
  const parts = [
    kindBeside(enclosure, name),
    durationSeconds ? playingTime(durationSeconds, language) : null,
    sizeBytes > 0 ? fileSize(sizeBytes, language) : null,
  ].filter((part) => part !== null);
  // What is told of it breaks as a whole.
  const told = parts.map((part, at) => (at === 0 ? part : markup` · ${part}`));
  return markup`<a href="${url}"><bdi>${name}</bdi></a>${told.length > 0 ? markup` <span>${told}</span>` : null}`;
}

/** The last part of a URL, where it has one. */
function nameIn(url: string): string {
  const { pathname, host } = new URL(url);
  return percentDecoded(pathname.split("/").at(-1) ?? "") || host;
}

/** What people call files of a type. Others go by their media type, which says nothing to most. */
const KINDS: Readonly<Record<string, string>> = {
  "audio/mpeg": "MP3",
  "audio/mp4": "M4A",
  "audio/x-m4a": "M4A",
  "audio/aac": "AAC",
  "audio/ogg": "OGG",
  "audio/opus": "OPUS",
  "audio/flac": "FLAC",
  "audio/wav": "WAV",
  "audio/aiff": "AIFF",
  "video/mp4": "MP4",
  "video/ogg": "OGV",
  "video/quicktime": "MOV",
  "video/webm": "WEBM",
  "application/pdf": "PDF",
  "application/epub+zip": "EPUB",
  "application/zip": "ZIP",
  "text/csv": "CSV",
  "text/plain": "TXT",
};

/** What kind of file it is, where its name does not say so. */
function kindBeside({ type }: Enclosure, name: string): string | null {
  const kind = KINDS[type.replace(/;.*$/, "")] ?? null;
  const extension = name.slice(name.lastIndexOf(".") + 1).toUpperCase();
  return kind === extension ? null : kind;
}
