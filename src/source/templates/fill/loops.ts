import type { TagMark } from "../marks/mark.ts";
import { evaluate, readValue } from "../values/expression.ts";
import type { Scope } from "../values/scope.ts";
import { isTrue, printed, UNKNOWN } from "../values/value.ts";

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
  const option = (name: string) =>
    Number(new RegExp(`${name}\\s*:\\s*(\\d+)`).exec(options)?.[1] ?? Number.NaN);
  const [offset, limit] = [option("offset") || 0, option("limit")];
  const items = list.slice(offset, Number.isNaN(limit) ? undefined : offset + limit);
  return { variable, items: options.includes("reversed") ? items.toReversed() : items };
}

function listOf(written: string, scope: Scope): readonly unknown[] | null {
  const [, from, to] = RANGE.exec(written) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [numberOf(readValue(from, scope)), numberOf(readValue(to, scope))];
    const count = last - first + 1;
    return count >= 0 && count <= 1000 ? Array.from({ length: count }, (_, at) => first + at) : null;
  }
  const value = evaluate(written, scope);
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null) return Object.entries(value);
  return isTrue(value) ? null : [];
}

function numberOf(value: unknown): number {
  return printed(value) === UNKNOWN ? Number.NaN : Number(value);
}
