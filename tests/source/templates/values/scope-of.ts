import type { ScopeValues } from "../../../../src/source/templates/values/scope.ts";
import { Budget, Scope } from "../../../../src/source/templates/values/scope.ts";

/** A scope in which such names stand alone, and `only.…` is known to the generator alone. */
export function scopeOf(
  globals: Readonly<Record<string, unknown>> = {},
  { budget = 100_000, ...values }: Partial<ScopeValues> & { readonly budget?: number } = {},
): Scope {
  return new Scope(
    {
      globals: { only: {}, ...globals },
      isComputed: (name) => name === "only",
      param: () => null,
      origin: "https://quay.example",
      timezone: "Europe/Oslo",
      readDate: (text) => (Number.isNaN(Date.parse(text)) ? null : Date.parse(text) / 1000),
      slugOf: (text) => `slug of ${text}`,
      markdownify: (markdown) => `<p>${markdown}</p>`,
      ...values,
    },
    new Budget(budget),
  );
}
