import type { Article } from "../../article/article.ts";
import { isoOf } from "../../article/instant.ts";
import { sectionTitle } from "../channels/channel.ts";
import { leadPicture } from "../feeds/lead-picture.ts";
import type { MachineContext } from "./machine-context.ts";

/**
 * An article by itself as Markdown (RFC 7763): what the page tells around the text as front matter in
 * YAML, then headline, correction, picture and text. Addresses are whole.
 */
export function renderArticleMarkdown(article: Article, { site, toMarkdown }: MachineContext): string {
  const { title, correction, image, section } = article;
  const matter: Readonly<Record<string, unknown>> = {
    title,
    url: article.url,
    id: article.id,
    original: article.canonical,
    date: isoOf(article.published),
    updated: article.updated > article.published ? isoOf(article.updated) : null,
    authors: article.authors.map(({ name }) => name),
    agency: article.agency,
    section: section === null ? null : sectionTitle(section, site),
    tags: article.tags,
    language: article.language,
    site: site.title,
    summary: article.summary,
    image: leadPicture(article, site)?.url ?? null,
    correction,
  };
  const told = Object.entries(matter).filter(([, value]) => String(value ?? "") !== "");
  const parts = [
    `# ${oneLine(toMarkdown(`<p>${escaped(title)}</p>`))}`,
    correction === null ? null : toMarkdown(`<blockquote><p>${escaped(correction)}</p></blockquote>`),
    image === null
      ? null
      : toMarkdown(`<p><img src="${escaped(image.url)}" alt="${escaped(image.alt)}"></p>`),
    toMarkdown(article.readText().html.replace(HEADING, "<$1>")),
  ].flatMap((part) => part?.trim() || []);
  // A text in JSON is one in YAML.
  const lines = told.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${parts.join("\n\n")}\n`;
}

/** Markdown has no ids for headings; links to them lead to the page, where they are. */
const HEADING = /<(h[1-6]) [^>]*>/g;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => REFERENCES[mark] ?? mark);
}

function oneLine(markdown: string): string {
  return markdown.trim().replace(/\s+/g, " ");
}
