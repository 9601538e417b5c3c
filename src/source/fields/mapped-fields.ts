import type { FieldMapping } from "../../article/folder-habits.ts";
import { isTable } from "../values/field-values.ts";

/** A field of the front matter, under a name of ours, and under the one that the publisher wrote. */
export interface GivenField {
  readonly name: string;
  readonly written: string;
  readonly value: unknown;
}

/**
 * The fields of front matter, with those that `[fields]` in site.toml names under our names. What is
 * named there goes before a field that has our name, which then means nothing; where a file has none of
 * the names, its own fields count as ever.
 */
export function* mappedFields(
  raw: Readonly<Record<string, unknown>>,
  mappings: readonly FieldMapping[],
): Generator<GivenField> {
  const mapped = mappings.flatMap((mapping) => mappedField(raw, mapping) ?? []);
  const used = new Set(mapped.flatMap(({ name, uses }) => [name, ...uses]));
  yield* mapped;
  for (const name of Object.keys(raw)) {
    if (!used.has(name)) yield { name, written: name, value: raw[name] };
  }
}

function mappedField(
  raw: Readonly<Record<string, unknown>>,
  mapping: FieldMapping,
): (GivenField & { readonly uses: readonly string[] }) | null {
  if ("names" in mapping) {
    const written = mapping.names.find((name) => isGiven(valueAt(raw, name)));
    if (written === undefined) return null;
    return { name: mapping.target, written, value: valueAt(raw, written), uses: [written] };
  }
  const parts = mapping.parts.filter(([, name]) => isGiven(valueAt(raw, name)));
  const [[, written = ""] = []] = parts;
  if (parts.length === 0) return null;
  const value = Object.fromEntries(parts.map(([part, name]) => [part, valueAt(raw, name)]));
  return { name: mapping.target, written, value, uses: parts.map(([, name]) => name) };
}

/** The value of a field, or of one inside a table, as in `params.author`. */
function valueAt(raw: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(raw, name)) return raw[name];
  let value: unknown = raw;
  for (const part of name.split(".")) {
    if (!isTable(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
