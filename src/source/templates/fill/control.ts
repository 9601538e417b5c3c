import type { Mark, TagMark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import { judge } from "../values/condition.ts";
import { evaluate, readValue } from "../values/expression.ts";
import type { Scope } from "../values/scope.ts";
import { splitOutsideQuotes } from "../values/split-outside-quotes.ts";
import { isTrue, UNKNOWN } from "../values/value.ts";

/** Pairs that choose, repeat or keep their inside: they go whole where they cannot be worked out. */
export const CONTROL =
  /^(?:if|unless|case|for|tablerow|capture|set|macro|call|filter|block|css|js|style|stylesheet|javascript|schema|ifchanged|asyncEach|asyncAll|ifAsync|switch)$/;
const BRANCH = /^(?:elsif|elseif|elif|else|when)$/;

/** A part of a pair's inside, by its marks: those after `after`, before `before`. */
export interface Span {
  readonly after: number;
  readonly before: number;
}

interface Branch extends Span {
  readonly name: string;
  readonly condition: string;
}

/** The branches of a pair, the first one under the pair's own name. */
export function branchesOf(marks: readonly Mark[], partners: Partners, at: number): readonly Branch[] {
  const end = partners[at] ?? at;
  const starts: number[] = [at];
  for (let k = at + 1; k < end; k += 1) {
    const mark = marks[k];
    const partner = partners[k] ?? -1;
    if (partner > k) k = partner;
    else if (mark?.kind === "tag" && BRANCH.test(mark.name)) starts.push(k);
  }
  return starts.map((start, place) => {
    const mark = marks[start];
    const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};
    return { name, condition: rest, after: start, before: starts[place + 1] ?? end };
  });
}

/** The branch of an `if`, `unless` or `case` that counts; null where nobody can know, "none" where none does. */
export function chosenBranch(branches: readonly Branch[], scope: Scope): Span | "none" | null {
  const [first, ...others] = branches;
  if (first === undefined) return null;
  const subject = first.name === "case" || first.name === "switch" ? evaluate(first.condition, scope) : null;
  if (subject === UNKNOWN) return null;
  for (const branch of branches) {
    const verdict = verdictOf(branch, subject, scope);
    if (verdict === null) return null;
    if (verdict) return branch;
  }
  return others.length >= 0 ? "none" : null;
}

function verdictOf({ name, condition }: Branch, subject: unknown, scope: Scope): boolean | null {
  switch (name) {
    case "case":
    case "switch":
      return false;
    case "else":
      return condition.startsWith("if ") ? judge(condition.slice(3), scope) : true;
    case "when": {
      const wanted = splitOutsideQuotes(condition.replaceAll(" or ", ","), ",").map((one) =>
        readValue(one, scope),
      );
      return wanted.includes(UNKNOWN) ? null : wanted.includes(subject);
    }
    case "unless": {
      const verdict = judge(condition, scope);
      return verdict === null ? null : !verdict;
    }
    default:
      return judge(condition, scope);
  }
}

/** What a `for` goes through. */
export interface Loop {
  readonly variable: string;
  readonly items: readonly unknown[];
}

const LOOP = /^([A-Za-z_]\w*)\s+in\s+(\([^()]+\)|\S+)\s*([\s\S]*)$/;
const RANGE = /^\(([^()]+?)\.\.([^()]+)\)$/;

/** Reads a `for`; null where nobody can know what it goes through. */
export function loopOf({ rest }: TagMark, scope: Scope): Loop | null {
  const [, variable = "", written = "", options = ""] = LOOP.exec(rest) ?? [];
  if (variable === "" || !/^(?:\s*(?:reversed|(?:limit|offset)\s*:\s*\d+))*\s*$/.test(options)) return null;
  const list = listOf(written, scope);
  if (list === null) return null;
  const numberOf = (name: string) =>
    Number(new RegExp(`${name}\\s*:\\s*(\\d+)`).exec(options)?.[1] ?? Number.NaN);
  const [offset, limit] = [numberOf("offset") || 0, numberOf("limit")];
  const items = list.slice(offset, Number.isNaN(limit) ? undefined : offset + limit);
  return { variable, items: options.includes("reversed") ? items.toReversed() : items };
}

function listOf(written: string, scope: Scope): readonly unknown[] | null {
  const [, from, to] = RANGE.exec(written) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [
      Number(printable(readValue(from, scope))),
      Number(printable(readValue(to, scope))),
    ];
    const count = last - first + 1;
    return count >= 0 && count <= 1000 ? Array.from({ length: count }, (_, at) => first + at) : null;
  }
  const value = evaluate(written, scope);
  if (value === UNKNOWN) return null;
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) return Object.entries(value);
  return isTrue(value) ? null : [];
}

function printable(value: unknown): unknown {
  return typeof value === "symbol" ? Number.NaN : value;
}

/** Reads `name = value`, of `assign` and of `set`; null where it is none. */
export function assignment({ rest }: TagMark): { readonly name: string; readonly expression: string } | null {
  const [, name, expression] = /^([A-Za-z_][\w-]*)\s*=([\s\S]*)$/.exec(rest) ?? [];
  return name === undefined || expression === undefined ? null : { name, expression };
}
