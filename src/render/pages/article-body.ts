import type { Article } from "../../article/article.ts";
import { PAGE_IDS } from "../../article/page-ids.ts";
import type { Markup } from "../text/markup.ts";
import { cleanHtml, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { highlightedCode } from "./highlighted-code.ts";
import { responsiveImages } from "./responsive-images.ts";

/**
 * An article's text, as a page needs it. The sanitizer has written it: every attribute stands in
 * double quotes, and no `<` or `>` inside one. Whether an image stands before it decides which loads late.
 */
export function articleBody(
  html: string,
  { image, pictures }: Pick<Article, "image" | "pictures">,
  words: Words,
): Markup {
  let body = html;
  if (body.includes("<img ")) body = responsiveImages(timelyImages(body, image === null), pictures, "text");
  if (body.includes("<table")) body = scrollingTables(body, words);
  if (body.includes('<code class="language-')) body = highlightedCode(body);
  // Wide code scrolls by itself, and so must be in reach of the keyboard. A group, since an article
  // may have several, and landmarks of one name confuse.
  const code = markup`<pre tabindex="0" role="group" aria-label="${words.code}">`.source;
  body = body.replaceAll("<pre>", () => code);
  // The Markdown renderer knows English only.
  const footnotes = markup`<h2 id="${PAGE_IDS.footnotes}">${words.footnotes}</h2>`.source;
  body = body.replace(`<h2 id="${PAGE_IDS.footnotes}">Footnotes</h2>`, () => footnotes);
  return cleanHtml(body);
}

/** What may stand before the first image of a text that begins with it. */
const BEGINS_WITH_IMAGE = /^(?:\s|<(?:p|figure|a|div|picture)\b[^>]*>)*<img /;

/**
 * Images below the fold load when they come into sight. Where none stands before the text, its first may be
 * above the fold; one that the text begins with is the largest thing there, and fetched first.
 */
function timelyImages(html: string, firstIsLead: boolean): string {
  let seen = firstIsLead ? 0 : 1;
  const first = BEGINS_WITH_IMAGE.test(html) ? 'fetchpriority="high" ' : "";
  return html.replace(/<img (?![^>]*\b(?:loading|fetchpriority)=)/g, (tag) => {
    seen += 1;
    return seen === 1 ? `${tag}${first}` : `${tag}loading="lazy" `;
  });
}

/**
 * A table wider than the page scrolls inside a frame. HTML dropped `align` from cells, which feed
 * readers still want: a class says it here.
 */
function scrollingTables(html: string, words: Words): string {
  const frame = markup`<div class="scroll" role="group" tabindex="0" aria-label="${words.table}">`.source;
  return html
    .replace(/<table\b/g, (table) => frame + table)
    .replaceAll("</table>", (table) => table + markup`</div>`.source)
    .replace(/(<t[dh]\b[^>]*?) align="(left|right|center)"/g, '$1 class="$2"');
}
