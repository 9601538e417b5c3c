import type { Article } from "../../article/article.ts";
import { sectionHeading } from "../channels/section-words.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { languageAttributes } from "./direction.ts";
import type { PageContext } from "./page-context.ts";

/** An article's section, in the site's own language, leading to the section's page; null where it has none. */
export function sectionLink({ section, language }: Article, { site, directory }: PageContext): Markup | null {
  if (section === null) return null;
  const attributes = languageAttributes(site.language, language);
  const title = sectionHeading(section, site);
  const channel = directory.find("section", section);
  return channel
    ? markup`<a href="${channel.addresses.page}"${attributes}>${title}</a>`
    : markup`<span${attributes}>${title}</span>`;
}
