import { flag, isTable } from "./field-values.ts";
import type { GivenField } from "./mapped-fields.ts";

/** Something that a generator's field says which is left out here. */
export interface FieldNote {
  readonly name: string;
  readonly message: string;
}

/** Eleventy's words for the dates of files and commits. */
const FILE_DATE = /^(?:git )?(?:last modified|created)$/i;
/** A path that a template makes: Liquid's, Nunjucks' and Jekyll's tokens. */
const TEMPLATE = /\{[{%]|(?:^|\/):[a-z]/;

/** The address of a front page. */
const HOME = /^\/(?:index\.html)?$/;

/**
 * The fields of front matter, with those that a generator means in its own way turned into plain
 * ones: Zola's `taxonomies`, Jekyll's `published: false`, Eleventy's `permalink: false`, Hugo's `build`.
 * Empty ones are left out, as archetypes leave many empty, and so are the empty items of a list.
 */
export function* plainFields(
  given: readonly GivenField[],
  note: (note: FieldNote) => void,
): Generator<GivenField> {
  for (const { name, written, value: raw } of given) {
    const value = withoutEmptyItems(raw);
    const plain = Object.hasOwn(OWN_WAYS, name) ? OWN_WAYS[name]?.(value) : undefined;
    if (plain !== undefined) {
      for (const [field, one] of Object.entries(plain)) yield { name: field, written, value: one };
    } else if (isEmpty(value)) continue;
    else if (name === "taxonomies" && isTable(value)) {
      for (const [inner, one] of Object.entries(value)) yield { name: inner, written: inner, value: one };
    } else if (/^(?:permalink|url|path)$/.test(name) && typeof value === "string" && TEMPLATE.test(value)) {
      note({
        name: written,
        message: `"${written}" is a template, ${value}; the address is made by permalink in site.toml instead`,
      });
    } else if (/^(?:permalink|url|path)$/.test(name) && typeof value === "string" && HOME.test(value)) {
      note({
        name: written,
        message: `"${written}" is "${value}", where the site has its own front page, so this is no article`,
      });
      yield { name: "draft", written, value: true };
    } else if (name === "date" && typeof value === "string" && FILE_DATE.test(value)) {
      note({
        name: written,
        message: `"${written}" is "${value}", which changes with every copy of the folder; the date of first publication is used instead`,
      });
    } else yield { name, written, value };
  }
}

/** What some generators' fields mean, by their names; undefined where a value is none of theirs. */
const OWN_WAYS: Readonly<Record<string, (value: unknown) => Readonly<Record<string, unknown>> | undefined>> =
  {
    published: (value) => {
      const isPublished = flag(value);
      return isPublished === null ? undefined : { draft: !isPublished };
    },
    permalink: (value) => (typeof value === "boolean" ? (value ? {} : { draft: true }) : undefined),
    build: ofBuild,
    _build: ofBuild,
    // A list names collections to stay out of.
    eleventyExcludeFromCollections: (value) => (Array.isArray(value) ? {} : undefined),
    sitemap: (value) => (isOutOfSitemap(value) ? { noindex: true } : undefined),
    robots: (value) =>
      typeof value === "string" && /\bnoindex\b/i.test(value) ? { noindex: true } : undefined,
  };

/** Hugo's words for what is made of a page (https://gohugo.io/content-management/build-options/). */
function ofBuild(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isTable(value)) return undefined;
  const isNever = (one: unknown) => one === false || one === "never";
  if (isNever(value.render) || value.render === "link") return { draft: true };
  return isNever(value.list) ? { unlisted: true } : {};
}

function isOutOfSitemap(value: unknown): boolean {
  return isTable(value) ? value.exclude === true || value.disable === true : value === false;
}

function withoutEmptyItems(value: unknown): unknown {
  return Array.isArray(value) && value.some((one) => one === "" || one === null)
    ? value.filter((one) => one !== "" && one !== null)
    : value;
}

/** Nothing, a text or list without content, or a table of such and of switches. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => one === "" || one === null);
  if (!isTable(value)) return value === null || value === "";
  return Object.values(value).every((one) => one === "" || one === null || typeof one === "boolean");
}
