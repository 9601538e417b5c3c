import { stringify } from "smol-toml";
import type { Answers } from "./answers.ts";
import { siteName } from "./site-name.ts";
import type { TemplateName } from "./template.ts";
import { fillTemplate } from "./template.ts";

/** Where the articles of a site lie, seen from its own folder. */
export const CONTENT_FOLDER = "content";

/** A file that a new site has. */
interface SiteFile {
  /** From the folder of the site on, with slashes. */
  readonly path: string;
  readonly template: TemplateName;
  /** What it means that there is one already: it serves as well, or it is somebody else's. */
  readonly whenThere: "keep" | "refuse";
  /** Whether it only shows how to write: a folder of articles needs none. */
  readonly isExample?: boolean;
}

/** Every file of a site that is made of a template. */
export const SITE_FILES: readonly SiteFile[] = [
  { path: `${CONTENT_FOLDER}/site.toml`, template: "site.toml", whenThere: "keep" },
  example("plain-text-will-do.txt"),
  example("writing-in-markdown.md"),
  { path: "wrangler.toml", template: "wrangler.toml", whenThere: "refuse" },
  { path: ".github/workflows/publish.yml", template: "publish.yml", whenThere: "refuse" },
  { path: ".gitignore", template: "gitignore", whenThere: "keep" },
  { path: ".npmrc", template: "npmrc", whenThere: "keep" },
  { path: "README.md", template: "README.md", whenThere: "keep" },
];

function example(template: TemplateName): SiteFile {
  return { path: `${CONTENT_FOLDER}/${template}`, template, whenThere: "keep", isExample: true };
}

/** The text of one of them. `today` is the day on which the site is made, such as 2025-07-01. */
export function siteFileText({ template }: SiteFile, answers: Answers, today: string): string {
  const { title, url, language } = answers;
  return fillTemplate(template, {
    title,
    // The examples name their site, so that those of two sites are not the same texts.
    markdownTitle: title.replace(/[!-/:-@[-`{-~]/g, "\\$&"),
    worker: siteName(answers),
    host: url === null ? "news.example" : new URL(url).hostname,
    origin: url ?? "https://news.example",
    settings: settingsOf(answers, today.slice(0, 4)),
    date: today,
    // The articles that show how to write are in English.
    lang: /^en\b/.test(language) ? "" : "lang: en\n",
    frontMatter: /^en\b/.test(language) ? "" : "---\nlang: en\n---\n",
  });
}

function settingsOf({ title, url, language }: Answers, year: string): string {
  if (url === null) {
    return `${stringify({ title, language })}
# The site's address, and what the ids of its articles begin with: a host, and a year in which it is yours.
# Set both before others read the site: ids are made at the first publication, and never change.
# url = "https://news.example"
# authority = "news.example,${year}"`;
  }
  const authority = `${new URL(url).hostname},${year}`;
  return `${stringify({ title, url, language })}
# The ids of articles begin with it: a host, and a year in which it was yours. Never change it.
${stringify({ authority }).trimEnd()}`;
}
