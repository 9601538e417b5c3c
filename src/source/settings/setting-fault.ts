import type * as v from "valibot";
import { GENERATORS } from "../../article/setting-choices.ts";
import { shown } from "../values/field-values.ts";
import { ourPattern } from "../values/generator-permalink.ts";
import { nearNameOf } from "../values/near-name.ts";
import { FIELD_KEYS } from "./habit-settings.ts";
import { AUTHOR_KEYS } from "./people-settings.ts";
import { OWNER_KEYS, PODCAST_KEYS } from "./podcast-settings.ts";
import { NAVIGATION_KEYS, SECTION_KEYS, SETTINGS } from "./settings-schema.ts";
import { STYLE_KEYS } from "./style-settings.ts";

/** What is wrong with a setting, and how to fix it. `generator` is the one that site.toml names. */
export function settingFault(
  issue: v.BaseIssue<unknown>,
  path: readonly string[],
  generator: unknown,
): string {
  return foreignTokens(issue, path, generator) ?? messageOf(issue, path);
}

/** A value is shown as it was written. */
function messageOf(issue: v.BaseIssue<unknown>, path: readonly string[]): string {
  const names = path.filter((key) => !/^\d+$/.test(key));
  const name = names.join(".");
  if (issue.expected === "never") {
    const [last = "", ...around] = names.toReversed();
    const keys = Object.keys(keysAround(path));
    const meant = nearNameOf(keys)(last);
    return `"${last}" is not a setting${around.length > 0 ? ` of ${around.toReversed().join(".")}` : ""}; ${meant === null ? `remove it, or use one of ${keys.join(", ")}` : `did you mean "${meant}"?`}`;
  }
  const at = issue.path?.at(-1);
  if (at?.value === undefined) return `"${name}" is missing; add it`;
  return `"${name}" is ${shown(at.origin === "key" ? at.key : at.value)}; ${issue.message}`;
}

/** How to write a pattern that is in the tokens of a generator; null for any other slip. */
function foreignTokens(
  issue: v.BaseIssue<unknown>,
  path: readonly string[],
  generator: unknown,
): string | null {
  const [name = "", ...rest] = path;
  const written = issue.path?.at(-1)?.value;
  if (!/^permalinks?$/.test(name) || typeof written !== "string") return null;
  const meant = ourPattern(written, GENERATORS.find((one) => one === generator) ?? null);
  if (meant === null && !/\/:[a-z]/.test(written)) return null;
  const key = name === "permalink" ? name : JSON.stringify(rest.join("."));
  const fix =
    meant === null
      ? 'and not all of them have a like here; write a pattern such as "/{year}/{slug}/"'
      : `write ${key} = "${meant}"`;
  return `"${path.join(".")}" is ${shown(written)}, in the tokens of a generator${meant === null ? ", " : "; "}${fix}`;
}

/** The keys that may stand where an unknown one does. */
function keysAround([table, ...inside]: readonly string[]): Readonly<Record<string, unknown>> {
  if (inside.length === 0) return SETTINGS.entries;
  if (table === "podcast") return inside.length === 1 ? PODCAST_KEYS : OWNER_KEYS;
  if (table === "fields") return FIELD_KEYS;
  if (table === "authors") return AUTHOR_KEYS;
  if (table === "style") return STYLE_KEYS;
  return table === "navigation" ? NAVIGATION_KEYS : SECTION_KEYS;
}
