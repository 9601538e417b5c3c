import type { Scope } from "./scope.ts";
import { printed, UNKNOWN } from "./value.ts";

/** What a filter makes of a value; `UNKNOWN` where nobody can say. */
export type Filter = (value: unknown, args: readonly unknown[], scope: Scope) => unknown;

/** A filter of texts, whose arguments are texts too. */
export function ofText(make: (text: string, args: readonly string[], scope: Scope) => unknown): Filter {
  return (value, args, scope) => {
    const text = printed(value);
    const texts = args.map(printed);
    return text === UNKNOWN || !texts.every((one) => one !== UNKNOWN) ? UNKNOWN : make(text, texts, scope);
  };
}

/** A filter of lists. */
export function ofList(make: (list: readonly unknown[], args: readonly unknown[]) => unknown): Filter {
  return (value, args) => (Array.isArray(value) && !args.includes(UNKNOWN) ? make(value, args) : UNKNOWN);
}

/** A filter of two numbers. */
export function ofNumbers(make: (a: number, b: number) => number): Filter {
  return (value, [other = 0]) => {
    // What cannot be printed may not even be made a number.
    if (printed(value) === UNKNOWN || printed(other) === UNKNOWN) return UNKNOWN;
    const result = make(Number(value), Number(other));
    return Number.isFinite(result) ? result : UNKNOWN;
  };
}
