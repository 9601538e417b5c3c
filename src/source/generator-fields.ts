import { isTable } from "./field-values.ts";

/** Something that a generator's field says which is left out here. */
export interface FieldNote {
  readonly name: string;
  readonly message: string;
}

/** Eleventy's words for the dates of files and commits. */
const FILE_DATE = /^(?:git )?(?:last modified|created)$/i;
/** A path that a template makes: Liquid's, Nunjucks' and Jekyll's tokens. */
const TEMPLATE = /\{[{%]|(?:^|\/):[a-z]/;

/**
 * The fields of front matter, with those that a generator means in its own way turned into plain
 * ones: Zola's `taxonomies`, Jekyll's `published: false`, Eleventy's `permalink: false`. Empty ones
 * are left out, as archetypes leave many empty.
 */
export function* plainFields(
  raw: Readonly<Record<string, unknown>>,
  note: (note: FieldNote) => void,
): Generator<readonly [name: string, value: unknown]> {
  for (const [name, value] of Object.entries(raw)) {
    if (isEmpty(value)) continue;
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
