import { renderMarkdown } from "../../../source/markdown/markdown.ts";
import { markdownFault } from "../../../source/markdown/markdown-limits.ts";
import type { Value } from "./record.ts";
import { escaped, listOf, recordOf, textOf, wrapped } from "./record.ts";

type Card = (card: Value) => string;

/** The cards of Ghost's editors, by the names that they have had, as HTML that says the same. */
const CARDS: Readonly<Record<string, Card>> = {
  html: ({ html }) => textOf(html),
  markdown: markdownCard,
  "card-markdown": markdownCard,
  image: (card) => figure(imageOf(card), textOf(card.caption)),
  gallery: ({ images, caption }) =>
    figure(
      listOf(images)
        .map((image) => imageOf(recordOf(image)))
        .join("\n"),
      textOf(caption),
    ),
  code: codeCard,
  codeblock: codeCard,
  embed: (card) => textOf(card.html) || linkTo(card.url, card.url),
  bookmark: (card) => linkTo(card.url, recordOf(card.metadata).title || card.url),
  button: ({ buttonUrl, buttonText }) => linkTo(buttonUrl, buttonText),
  file: ({ src, fileTitle, fileName }) => linkTo(src, fileTitle || fileName),
  audio: ({ src, title }) => wrapped("p", escaped(textOf(title))) + player("audio", src, ""),
  video: ({ src, caption }) => player("video", src, textOf(caption)),
  callout: ({ calloutEmoji, calloutText }) =>
    wrapped("blockquote", wrapped("p", `${escaped(textOf(calloutEmoji))} ${textOf(calloutText)}`.trim())),
  toggle: ({ heading, content }) =>
    `<details>${wrapped("summary", textOf(heading))}${textOf(content)}</details>`,
  header: ({ heading, header, subheading, subheader }) =>
    wrapped("h2", textOf(heading) || textOf(header)) + wrapped("p", textOf(subheading) || textOf(subheader)),
  product: (card) =>
    [
      imageOf({ src: card.productImageSrc }),
      wrapped("h3", textOf(card.productTitle)),
      textOf(card.productDescription),
      linkTo(card.productUrl, card.productButton),
    ].join(""),
  hr: () => "<hr>",
  horizontalrule: () => "<hr>",
  // What is for members, mails and forms alone says nothing on a page.
  paywall: () => "",
  email: () => "",
  "email-cta": () => "",
  signup: () => "",
};

/** What a card shows; null of one that is not known. */
export function cardHtml(name: string, card: Value): string | null {
  return Object.hasOwn(CARDS, name) ? (CARDS[name]?.(card) ?? null) : null;
}

function markdownCard({ markdown }: Value): string {
  const text = textOf(markdown);
  return markdownFault(text) === null ? renderMarkdown(text) : wrapped("pre", escaped(text));
}

function codeCard({ code, language, caption }: Value): string {
  const named = textOf(language);
  const inside = `<pre><code${named === "" ? "" : ` class="language-${escaped(named)}"`}>${escaped(textOf(code))}</code></pre>`;
  return textOf(caption) === "" ? inside : figure(inside, textOf(caption));
}

function imageOf({ src, alt }: Value): string {
  return textOf(src) === "" ? "" : `<img src="${escaped(textOf(src))}" alt="${escaped(textOf(alt))}">`;
}

/** A caption is HTML. */
function figure(html: string, caption: string): string {
  return html === "" ? "" : `<figure>${html}${wrapped("figcaption", caption)}</figure>`;
}

function player(name: "audio" | "video", src: unknown, caption: string): string {
  return textOf(src) === ""
    ? ""
    : figure(`<${name} src="${escaped(textOf(src))}" controls></${name}>`, caption);
}

function linkTo(url: unknown, text: unknown): string {
  const href = textOf(url);
  return href === "" ? "" : `<p><a href="${escaped(href)}">${escaped(textOf(text) || href)}</a></p>`;
}
