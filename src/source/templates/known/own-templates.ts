import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Arguments } from "../values/arguments.ts";
import { readArguments } from "../values/arguments.ts";
import { evaluate } from "../values/expression.ts";
import type { Scope } from "../values/scope.ts";
import { splitOutsideQuotes } from "../values/split-outside-quotes.ts";
import { printed, UNKNOWN } from "../values/value.ts";
import type { Filling } from "./filling.ts";
import { element, value } from "./filling.ts";

/** What `[templates]` in site.toml says, by the names of marks. */
export type OwnTemplates = Readonly<Record<string, string>>;

const INNER = "{inner}";

/** The publisher's own words for a mark of this name; null where there are none. */
export function ownTemplate(templates: OwnTemplates, name: string): string | null {
  const names = [name, name.replace(/\.\w+$/, "")];
  const found = names.find((one) => Object.hasOwn(templates, one));
  return found === undefined ? null : (templates[found] ?? null);
}

/** What a filter makes of a value by the publisher's own template: `{{ "ana" | profile }}`; null where there is none. */
export function ownFilter(output: string, own: OwnTemplates, scope: Scope): Filling | null {
  const parts = splitOutsideQuotes(output, "|");
  const [, name = "", rest = ""] = /^\s*(\w+)\s*:?([\s\S]*)$/.exec(parts.pop() ?? "") ?? [];
  const template = parts.length === 0 ? null : ownTemplate(own, name);
  const value = template === null ? UNKNOWN : printed(evaluate(parts.join("|"), scope));
  if (template === null || value === UNKNOWN) return null;
  const { positions, names } = readArguments(rest.trim().replace(/^\(|\)$/g, ""), scope);
  return fillOwn(template, { positions: [value, ...positions], names });
}

/** Puts values into a template, escaped; absent ones are empty. */
export function fillOwn(template: string, { positions, names }: Arguments): Filling {
  const fill = (part: string) =>
    part.replace(/\{(\d{1,3}|[A-Za-z_][\w-]*)\}/g, (_, name: string) => {
      const given = /^\d/.test(name) ? positions[Number(name)] : names.get(name);
      return escapeAttribute((given ?? "").replace(/\s+/g, " "));
    });
  const [before = "", ...behind] = template
    .replace(/\n\s*\n/g, "\n")
    .trim()
    .split(INNER);
  if (behind.length > 0) return { kind: "around", before: fill(before), after: fill(behind.join("")) };
  const html = fill(before);
  return html.includes("<") ? element(html, "") : value(html);
}
