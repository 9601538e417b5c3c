import { evaluate } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { splitOutsideQuotes } from "./split-outside-quotes.ts";
import { isTrue, printed, UNKNOWN } from "./value.ts";

/** Whether a condition holds; null where nobody here can know. */
export type Verdict = boolean | null;

const COMPARISON = /^([\s\S]*?)(===?|!==?|<=|>=|<>|<|>|\scontains\s|\sin\s)([\s\S]*)$/;

/** Judges `a == b and c` as Liquid and Nunjucks write it. */
export function judge(condition: string, scope: Scope): Verdict {
  const any = splitOutsideQuotes(condition, " or ").map((part) =>
    splitOutsideQuotes(part, " and ")
      .map((one) => judgeOne(one, scope))
      .reduce(both),
  );
  return any.reduce(either);
}

function both(a: Verdict, b: Verdict): Verdict {
  return a === false || b === false ? false : a === null || b === null ? null : true;
}

function either(a: Verdict, b: Verdict): Verdict {
  return a === true || b === true ? true : a === null || b === null ? null : false;
}

function judgeOne(written: string, scope: Scope): Verdict {
  const [, not, text = ""] = /^\s*(not\s|!(?!=))?([\s\S]*?)\s*$/.exec(written) ?? [];
  const verdict = compare(text, scope);
  return not === undefined || verdict === null ? verdict : !verdict;
}

function compare(text: string, scope: Scope): Verdict {
  const [, left = "", sign = "", right = ""] = COMPARISON.exec(text) ?? [];
  if (sign === "") {
    const value = evaluate(text, scope);
    return value === UNKNOWN ? null : isTrue(value);
  }
  const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
  if (a === UNKNOWN || b === UNKNOWN) return null;
  switch (sign.trim()) {
    case "==":
    case "===":
      return isSame(a, b);
    case "!=":
    case "!==":
    case "<>":
      return !isSame(a, b);
    case "contains":
      return holds(a, b);
    case "in":
      return holds(b, a);
    default:
      return ordered(a, sign, b);
  }
}

/** Nothing and an empty text are one to `empty` and `blank`. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && b === "") return a.length === 0;
  return (a ?? null) === (b ?? null);
}

function holds(whole: unknown, part: unknown): boolean {
  if (typeof whole === "string") return printed(part) !== UNKNOWN && whole.includes(String(part));
  return Array.isArray(whole) && whole.includes(part);
}

function ordered(a: unknown, sign: string, b: unknown): Verdict {
  if (typeof a !== "number" || typeof b !== "number") return null;
  if (sign === "<") return a < b;
  if (sign === ">") return a > b;
  return sign === "<=" ? a <= b : a >= b;
}
