import type { Article } from "../../article/article.ts";
import { machineLinks } from "../article-formats/article-formats.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import { wordsFor } from "../words/words-for.ts";
import { articleBody } from "./article-body.ts";
import type { ArticlesBeside } from "./articles-beside.ts";
import { articlesBesideLinks } from "./articles-beside.ts";
import { attachments } from "./attachments.ts";
import { headline } from "./headline.ts";
import { newsArticle } from "./json-ld.ts";
import { renderPage } from "./layout.ts";
import { leadImage } from "./lead-image.ts";
import { perLanguage } from "./locale.ts";
import { articleOpenGraph } from "./open-graph.ts";
import type { PageContext } from "./page-context.ts";
import { readingTime } from "./reading-time.ts";
import { sectionLink } from "./section-link.ts";
import { timeElement } from "./time-element.ts";
import { writers } from "./writers.ts";

/** The page of one article. */
export function renderArticlePage(article: Article, beside: ArticlesBeside, context: PageContext): string {
  const words = wordsFor(article.language);
  const section = article.section === null ? null : context.directory.find("section", article.section);
  const kicker = sectionLink(article, context);
  const { html, text } = article.readText();
  return renderPage(
    {
      title: headline(article),
      address: article.address,
      canonical: article.canonical,
      translations: article.translations,
      needsTextStylesheet: article.needsTextStylesheet,
      isUnindexed: article.visibility !== "listed",
      description: article.summary,
      language: article.language,
      channels: section ? [section] : [],
      head: markup`${articleOpenGraph(article, context)}${newsArticle(article, context)}\n${machineForms(article, context)}`,
      main: lines(
        markup`<article>`,
        markup`<header>`,
        kicker && markup`<p class="kicker">${kicker}</p>`,
        markup`<h1>${headline(article)}</h1>`,
        hasOwnSummary(article, text) ? markup`<p class="standfirst">${article.summary}</p>` : null,
        byline(article, words, context),
        dates(article, words, context),
        article.correction
          ? markup`<p class="correction"><strong>${words.correction}</strong> ${article.correction}</p>`
          : null,
        markup`</header>`,
        markup`${leadImage(article, "text")}${articleBody(html, article, words)}`,
        attachments(article, words),
        tagLine(article, words, context),
        writers(article, context),
        markup`</article>`,
        articlesBesideLinks(beside, article, words, context),
      ),
    },
    context,
  );
}

/** Behind the feeds: a reader that takes the first link of a type takes the site's. */
function machineForms(article: Article, { site }: PageContext): readonly Markup[] {
  return machineLinks(article, site.articleFormats).map(
    ({ href, mediaType, title }) =>
      markup`<link rel="alternate" type="${mediaType}" title="${title}" href="${site.url}${href}">\n`,
  );
}

/** So much of a summary tells it from the text's beginning. */
const MOST_COMPARED = 1000;

/** Whether the summary says something that the text does not begin with. */
function hasOwnSummary({ summary }: Article, text: string): boolean {
  const opening = summary.slice(0, MOST_COMPARED);
  return summary !== "" && !text.slice(0, 2 * opening.length + 200).includes(opening);
}

const listsIn = perLanguage((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** Who wrote it and for whom, in the order that the language puts a list in. */
function byline(
  { authors, agency, language }: Article,
  words: Words,
  { directory }: PageContext,
): Markup | null {
  const names = authors.map(({ name, url }) => {
    const href = directory.find("author", name)?.addresses.page ?? url;
    return href ? markup`<a rel="author" href="${href}">${name}</a>` : markup`<bdi>${name}</bdi>`;
  });
  const joined = listsIn(language)
    .formatToParts(names.map((_, at) => String(at)))
    .map(({ type, value }) => (type === "element" ? (names[Number(value)] ?? null) : value));
  const written = names.length === 0 ? null : markup`${words.by} ${joined}`;
  const parts = [written, agency === null ? null : markup`<bdi>${agency}</bdi>`].filter(
    (part) => part !== null,
  );
  return parts.length === 0
    ? null
    : markup`<p class="byline">${parts.map((part, at) => (at === 0 ? part : markup` · ${part}`))}</p>`;
}

function dates(article: Article, words: Words, { site }: PageContext): Markup {
  const { published, updated, correction, language } = article;
  const time = (instant: number) => timeElement(instant, site.timezone, language, "minute");
  const changed = correction ? words.corrected : words.updated;
  const duration = readingTime(article);
  const parts = [
    time(published),
    updated > published ? markup`${changed} ${time(updated)}` : null,
    duration && markup`${words.readingTime} ${duration}`,
  ].filter((part) => part !== null);
  // Each part breaks as a whole; the stylesheet sets a dot between two on a line.
  return markup`<p class="dates">${parts.map((part, at) => markup`${at > 0 ? " " : null}<span>${part}</span>`)}</p>`;
}

function tagLine({ tags }: Article, words: Words, { directory }: PageContext): Markup | null {
  if (tags.length === 0) return null;
  const linked = new Set<string>();
  return markup`<nav class="tags" aria-label="${words.tags}">
<ul>
${tags.map((tag) => {
  const page = directory.find("tag", tag)?.addresses.page;
  // Two spellings may lead to one channel.
  if (page !== undefined && linked.has(page)) return null;
  if (page !== undefined) linked.add(page);
  return markup`<li>${page ? markup`<a rel="tag" href="${page}"><bdi>${tag}</bdi></a>` : markup`<bdi>${tag}</bdi>`}</li>\n`;
})}</ul>
</nav>`;
}
