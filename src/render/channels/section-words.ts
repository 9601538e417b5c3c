import type { Site } from "../../article/site.ts";
import { wordsFor } from "../words/words-for.ts";

/**
 * The name of a section as pages show it: one that a folder or a slug gave is written in words, so that
 * `opinion-and-analysis` is "Opinion and analysis". Feeds go on with the name that their items have.
 */
export function sectionHeading(name: string, site: Site): string {
  const title = site.sections.find((section) => section.name === name)?.title ?? name;
  return title === name && title === title.toLowerCase() ? inWords(title, site.language) : title;
}

/** What a page says below the name of a section: its description, or our words for any. */
export function sectionStandfirst(name: string, site: Site): string {
  const described = site.sections.find((section) => section.name === name)?.description;
  return described ?? wordsFor(site.language).articlesOf(sectionHeading(name, site), site.title);
}

function inWords(name: string, language: string): string {
  const words = name.replace(/(?<=[\p{L}\p{M}\p{N}])[-_]+(?=[\p{L}\p{N}])/gu, " ");
  const [first = ""] = words;
  return first.toLocaleUpperCase(language) + words.slice(first.length);
}
