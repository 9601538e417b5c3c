import type { Article, Enclosure } from "../../article/article.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { perLanguage } from "./locale.ts";
import { minutesIn } from "./reading-time.ts";

const megabytesIn = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }),
);

/** What goes with an article: a player for sound and film, a link for all of it. Null where nothing does. */
export function attachments({ enclosures, title, language }: Article, words: Words): Markup | null {
  if (enclosures.length === 0) return null;
  return markup`<section class="attachments" aria-label="${words.attachments}">
${enclosures.map(
  (enclosure) =>
    markup`<figure>${player(enclosure, title)}<figcaption><a href="${enclosure.url}">${fileName(enclosure.url)}</a>${details(enclosure, language)}</figcaption></figure>\n`,
)}</section>`;
}

/** Nothing is loaded before somebody listens. */
function player({ url, type }: Enclosure, title: string): Markup | null {
  if (type.startsWith("audio/"))
    return markup`<audio controls preload="none" src="${url}" aria-label="${title}"></audio>\n`;
  if (type.startsWith("video/"))
    return markup`<video controls preload="none" src="${url}" aria-label="${title}"></video>\n`;
  return null;
}

function details({ sizeBytes, durationSeconds }: Enclosure, language: string): Markup {
  const minutes = durationSeconds === null ? null : Math.max(1, Math.round(durationSeconds / 60));
  const megabytes = Math.max(0.1, sizeBytes / 1_000_000);
  return markup`${minutes === null ? null : ` · ${minutesIn(language).format(minutes)}`}${sizeBytes > 0 ? ` · ${megabytesIn(language).format(megabytes)}` : null}`;
}

function fileName(url: string): string {
  const { pathname, host } = new URL(url);
  const name = pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name) || host;
  } catch {
    return name;
  }
}
