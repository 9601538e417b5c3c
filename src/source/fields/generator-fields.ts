import type { Generator as SiteGenerator } from "../../article/setting-choices.ts";
import { flag, isTable, path as pathOf } from "../values/field-values.ts";
import { ourPattern } from "../values/generator-permalink.ts";
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
/** The pattern that `permalink: /:year/:title/` asks for, in our words; null where it is none, or no generator says so. */
export function askedPattern(
  raw: Readonly<Record<string, unknown>>,
  generator: SiteGenerator | null,
): string | null {
  if (generator !== "jekyll" && generator !== "hugo") return null;
  const written = generator === "jekyll" ? raw.permalink : raw.url;
  return typeof written === "string" ? ourPattern(written, generator) : null;
}

/** A slug that asks for folders too (`slug: /2025/lock`), and its last part. */
export interface AskedSlug {
  readonly path: string;
  readonly slug: string;
}

/** The slug of Docusaurus and Gatsby that is a path; null where it is a name, or no address can hold it. */
export function askedSlugPath(
  raw: Readonly<Record<string, unknown>>,
  generator: SiteGenerator | null,
): AskedSlug | null {
  if (generator !== "docusaurus" && generator !== "gatsby") return null;
  const written = typeof raw.slug === "string" ? raw.slug.trim() : "";
  if (!written.includes("/")) return null;
  const path = written === "/" ? "" : pathOf(written)?.replace(/^\/|\/$/g, "");
  return path === undefined ? null : { path, slug: decodeURIComponent(path.split("/").at(-1) ?? "") };
}

/**
 * The fields of front matter, with those that a generator means in its own way turned into plain
 * ones: Zola's `taxonomies`, Jekyll's `published: false`, Eleventy's `permalink: false`, Hugo's `build`.
 * Empty ones are left out, as archetypes leave many empty, and so are the empty items of a list.
 */
export function* plainFields(
  given: Iterable<GivenField>,
  note: (note: FieldNote) => void,
  asked: ReadonlySet<string> = new Set(),
): Generator<GivenField> {
  for (const field of given) {
    const { name, written } = field;
    if (asked.has(name)) continue;
    const value = withoutEmptyItems(field.value);
    const plain = Object.hasOwn(OWN_WAYS, name) ? OWN_WAYS[name]?.(value) : undefined;
    if (plain !== undefined) {
      for (const [meant, one] of Object.entries(plain)) yield { name: meant, written, value: one };
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
    } else yield value === field.value ? field : { name, written, value };
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
