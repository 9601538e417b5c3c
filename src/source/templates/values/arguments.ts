import { evaluate } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { printed, UNKNOWN } from "./value.ts";

/** What a tag or a shortcode is given: values by their place, and by name. */
export interface Arguments {
  readonly positions: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

const KEY = /([A-Za-z_][\w.-]*)\s{0,20}[=:](?!\/\/)\s{0,20}/y;
const VALUE = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|“([^”]*)”|[^\s,]+/y;
const GAP = /[\s,]*/y;

/**
 * Reads `"a" b title="c"`. A name without quotes that is known here stands for its value; texts may
 * hold outputs of their own. `scope` is null where names mean nothing (Hugo, Zola).
 */
export function readArguments(text: string, scope: Scope | null): Arguments {
  const written = /(?:^|[\s=:])\{\{/.test(text) ? (quotedValue(text, scope) ?? "") : text;
  const positions: string[] = [];
  const names = new Map<string, string>();
  for (let at = behind(GAP, written, 0); at < written.length; at = behind(GAP, written, at)) {
    KEY.lastIndex = at;
    const key = KEY.exec(written)?.[1];
    if (key !== undefined) at = KEY.lastIndex;
    VALUE.lastIndex = at;
    const found = VALUE.exec(written);
    if (found === null) break;
    at = VALUE.lastIndex;
    const quoted = found[1] ?? found[2] ?? found[3] ?? found[4];
    const value =
      quoted === undefined
        ? bareValue(found[0], scope)
        : quotedValue(quoted.replace(/\\(["'\\])/g, "$1"), scope);
    if (value === null) continue;
    if (key === undefined) positions.push(value);
    else if (!names.has(key)) names.set(key, value);
  }
  return { positions, names };
}

function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(text);
  return pattern.lastIndex;
}

/** A name that is known, or the word itself; null for a name that only the generator knows. */
function bareValue(word: string, scope: Scope | null): string | null {
  if (scope === null) return word;
  if (!/^[A-Za-z_][\w-]*(?:[.[]|$)/.test(word)) return word;
  const value = printed(evaluate(word, scope));
  if (value !== UNKNOWN) return value;
  return /^(?:page|site|include|forloop|post|item|layout)\./.test(word) ? null : word;
}

/** A text with its own outputs filled; null where one of them is unknown. */
function quotedValue(text: string, scope: Scope | null): string | null {
  if (scope === null || !text.includes("{{")) return text;
  let isKnown = true;
  const filled = text.replace(/\{\{-?([^{}]{0,500}?)-?\}\}/g, (_, inside: string) => {
    const value = printed(evaluate(inside, scope));
    if (value === UNKNOWN) isKnown = false;
    return value === UNKNOWN ? "" : value;
  });
  return isKnown ? filled : null;
}
