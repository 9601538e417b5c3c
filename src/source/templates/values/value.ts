import { TomlDate } from "smol-toml";

/** What nobody here can know: another program had it. */
export const UNKNOWN = Symbol("unknown");

/** A text that is longer counts as unknown. */
export const MAX_VALUE = 100_000;

/** A value as templates print it; `UNKNOWN` for a table and for what is too long. */
export function printed(value: unknown): string | typeof UNKNOWN {
  if (value === null || value === undefined) return "";
  if (value instanceof TomlDate || value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    // A list in a list may stand in it again and again: YAML knows aliases.
    const parts = value.slice(0, 1000).map((one) => (Array.isArray(one) ? UNKNOWN : printed(one)));
    return parts.every((part) => part !== UNKNOWN) ? bounded(parts.join("")) : UNKNOWN;
  }
  return isTable(value) || typeof value === "symbol" ? UNKNOWN : bounded(String(value));
}

function bounded(text: string): string | typeof UNKNOWN {
  return text.length > MAX_VALUE ? UNKNOWN : text;
}

/** A property of a value, as Liquid and Nunjucks find it. Absent ones are null. */
export function propertyOf(value: unknown, name: string): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  if (name === "size" || name === "length") {
    if (Array.isArray(value) || typeof value === "string") return value.length;
  }
  if (Array.isArray(value)) {
    if (name === "first") return value[0] ?? null;
    if (name === "last") return value.at(-1) ?? null;
    const at = Number(name);
    return Number.isInteger(at) ? (value.at(at) ?? null) : null;
  }
  return isTable(value) && Object.hasOwn(value, name) ? value[name] : null;
}

/** Whether a condition holds: as Liquid has it, nothing and `false` do not. */
export function isTrue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}

/** Names with values, as YAML, TOML and JSON make them. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
