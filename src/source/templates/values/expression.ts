import { FILTERS } from "./filters.ts";
import type { Scope } from "./scope.ts";
import { splitOutsideQuotes } from "./split-outside-quotes.ts";
import { printed, propertyOf, UNKNOWN } from "./value.ts";

const CONSTANTS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  nil: null,
  null: null,
  none: null,
  empty: "",
  blank: "",
};

const QUOTED = /^(?:"([^"]*)"|'([^']*)'|`([^`]*)`)$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const STEP = /\.?([\w-]+)\??|\[\s*(?:"([^"\]]*)"|'([^'\]]*)'|([\w.-]+))\s*\]/y;

/** Works out `value | filter: argument`, as Liquid and Nunjucks write it. */
export function evaluate(expression: string, scope: Scope): unknown {
  const [head = "", ...filters] = splitOutsideQuotes(expression, "|");
  let value = readValue(head, scope);
  for (const written of filters) {
    const [, name = "", rest = ""] = /^\s*(\w+)\s*:?([\s\S]*)$/.exec(written) ?? [];
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (filter === undefined || !scope.budget.spend(8)) return UNKNOWN;
    if (value === UNKNOWN && name !== "default" && name !== "d") return UNKNOWN;
    value = filter(value, argumentsOf(rest, scope), scope);
    if (typeof value === "string" && (printed(value) === UNKNOWN || !scope.budget.spend(value.length)))
      return UNKNOWN;
  }
  return value;
}

function argumentsOf(written: string, scope: Scope): readonly unknown[] {
  const inside = written.trim().replace(/^\(([\s\S]*)\)$/, "$1");
  if (inside.trim() === "") return [];
  return splitOutsideQuotes(inside, ",").map((one) => readValue(one, scope));
}

/** A text, a number, a name with its steps; `UNKNOWN` for all else. */
export function readValue(written: string, scope: Scope): unknown {
  const text = written.trim();
  if (text === "") return null;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? quoted[3] ?? "";
  if (NUMBER.test(text)) return Number(text);
  if (Object.hasOwn(CONSTANTS, text)) return CONSTANTS[text];
  const path = stepsOf(text, scope);
  if (path === null) return UNKNOWN;
  const [name = "", ...steps] = path;
  let value = scope.lookUp(name, steps);
  for (const step of steps) value = propertyOf(value, step);
  return value;
}

/** `site.data["people"][0]` as names; null where it is anything else. */
function stepsOf(text: string, scope: Scope): readonly string[] | null {
  if (!/^[A-Za-z_]/.test(text)) return null;
  const names: string[] = [];
  for (let at = 0; at < text.length; ) {
    STEP.lastIndex = at;
    const found = STEP.exec(text);
    if (found === null) return null;
    const [whole, name, double, single, variable] = found;
    if (at > 0 && name !== undefined && !whole.startsWith(".")) return null;
    // A name between brackets is looked up by the same expression, which keeps no place for two.
    at += whole.length;
    const step = name ?? double ?? single ?? printed(readValue(variable ?? "", scope));
    if (step === UNKNOWN) return null;
    names.push(step);
  }
  return names;
}
