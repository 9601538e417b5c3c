import type { Author } from "../../article/article.ts";
import type { Generator } from "../../article/setting-choices.ts";
import { absoluteUrl } from "../../article/values.ts";
import { rolledOver } from "../values/dates.ts";
import { isTable } from "../values/field-values.ts";
import { REDIRECT_NAME } from "./known-fields.ts";

/** Fields that are those of some generators alone; in folders of others they mean nothing. */
const OF_SOME: Readonly<Record<string, readonly (Generator | null)[]>> = {
  [REDIRECT_NAME]: ["jekyll"],
  // Elsewhere it is what an article is about.
  url: [null, "hugo", "gatsby"],
  // There it is what menus call a page, the same in each version of it.
  id: [null, "jekyll", "hugo", "eleventy", "astro", "zola"],
};

/** Whose `aliases` are addresses. */
const WITH_ALIASES: ReadonlySet<unknown> = new Set(["hugo", "zola", "jekyll"]);

/** Whether a field means nothing in folders of a generator. */
export function isForeign(name: string, generator: Generator | null): boolean {
  return Object.hasOwn(OF_SOME, name) && OF_SOME[name]?.includes(generator) === false;
}

/** Whether articles of a generator may mean something else by a field: `language: Java`, `aliases: [The Quay]`, `id: 3554`. */
export function mayMeanOther(key: string, value: unknown, generator: Generator | null): boolean {
  if (generator === null) return false;
  if (key === "image") return isTable(value);
  // A number of a database: no feed ever named the article by it.
  if (key === "id") return typeof value === "number";
  return key === "language" || (key === "aliases" && !WITH_ALIASES.has(generator));
}

const IN_JAVASCRIPT: ReadonlySet<unknown> = new Set(["eleventy", "astro", "gatsby", "docusaurus"]);

const DATES: ReadonlySet<unknown> = new Set(["published", "updated", "expires"]);

/** A date that no calendar has as the generator of a folder takes it; null where it does not. */
export function dateMeant(key: unknown, value: unknown, generator: Generator | null): string | null {
  const isRead = IN_JAVASCRIPT.has(generator) && DATES.has(key) && typeof value === "string";
  return isRead ? rolledOver(value) : null;
}

const LINK = /\[([^[\]\n]+)\]\(([^()\s]+)\)/g;

/** An author whose name was written with a link of Markdown in it, which a layout would have drawn. */
export function withoutLinks(author: Author): Author {
  const [first] = author.name.matchAll(LINK);
  if (first === undefined) return author;
  const url = author.url ?? absoluteUrl(first[2] ?? "");
  return { ...author, name: author.name.replace(LINK, "$1"), url };
}
