import type { Generator as SiteGenerator } from "../article/site.ts";
import { isTable } from "./field-values.ts";
import { ourPattern } from "./generator-permalink.ts";

/** Something that a generator's field says which is left out here. */
export interface FieldNote {
  readonly name: string;
  readonly message: string;
}

/** Eleventy's words for the dates of files and commits. */
const FILE_DATE = /^(?:git )?(?:last modified|created)$/i;
/** A path that a template makes: Liquid's, Nunjucks' and Jekyll's tokens. */
const TEMPLATE = /\{[{%]|(?:^|\/):[a-z]/;

/** The pattern that `permalink: /:year/:title/` asks for, in our words; null where it is none, or no generator says so. */
export function askedPattern(
  raw: Readonly<Record<string, unknown>>,
  generator: SiteGenerator | null,
): string | null {
  if (generator !== "jekyll" && generator !== "hugo") return null;
  const written = generator === "jekyll" ? raw.permalink : raw.url;
  return typeof written === "string" ? ourPattern(written, generator) : null;
}

/**
 * The fields of front matter, with those that a generator means in its own way turned into plain
 * ones: Zola's `taxonomies`, Jekyll's `published: false`, Eleventy's `permalink: false`. Empty ones
 * are left out, as archetypes leave many empty.
 */
export function* plainFields(
  raw: Readonly<Record<string, unknown>>,
  note: (note: FieldNote) => void,
  generator: SiteGenerator | null = null,
): Generator<readonly [name: string, value: unknown]> {
  const asked = askedPattern(raw, generator) === null ? null : generator === "jekyll" ? "permalink" : "url";
  for (const [name, value] of Object.entries(raw)) {
    if (isEmpty(value) || name === asked) continue;
    if (name === "taxonomies" && isTable(value)) yield* Object.entries(value);
    else if (name === "published" && typeof value === "boolean") yield ["draft", !value];
    else if (name === "permalink" && typeof value === "boolean") {
      if (!value) yield ["draft", true];
    } else if (/^(?:permalink|url|path)$/.test(name) && typeof value === "string" && TEMPLATE.test(value)) {
      note({
        name,
        message: `"${name}" is a template, ${value}; the address is made by permalink in site.toml instead`,
      });
    } else if (name === "date" && typeof value === "string" && FILE_DATE.test(value)) {
      note({
        name,
        message: `"date" is "${value}", which changes with every copy of the folder; the date of first publication is used instead`,
      });
    } else yield [name, value];
  }
}

/** Nothing, a text or list without content, or a table of such and of switches. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => one === "" || one === null);
  if (!isTable(value)) return value === null || value === "";
  return Object.values(value).every((one) => one === "" || one === null || typeof one === "boolean");
}
