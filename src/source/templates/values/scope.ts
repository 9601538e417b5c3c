import { propertyOf, UNKNOWN } from "./value.ts";

/** What filling may cost: characters that filters and marks make, and steps. */
export class Budget {
  #left: number;

  constructor(left: number) {
    this.#left = left;
  }

  /** Takes a cost off; false where nothing is left. */
  spend(cost: number): boolean {
    this.#left -= cost;
    return this.#left >= 0;
  }
}

/** What names mean to the marks of an article. */
export interface ScopeValues {
  /** Names that stand alone: `site`, `page`, and what a generator adds. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Names below a global that only the generator knows: `page.url`, `site.posts`. */
  readonly isComputed: (name: string, steps: readonly string[]) => boolean;
  /** What the front matter says under a name, parts too (`a.b`); null for nothing. */
  readonly param: (name: string) => unknown;
  /** Without a slash at its end. */
  readonly origin: string;
  readonly timezone: string;
  /** The instant that a date means, in seconds; null for what is none. */
  readonly readDate: (text: string) => number | null;
  readonly slugOf: (text: string) => string;
  readonly markdownify: (markdown: string) => string;
}

/** The names that marks may use, those that the text itself assigns among them. */
export class Scope {
  readonly values: ScopeValues;
  readonly budget: Budget;
  readonly #assigned = new Map<string, unknown>();

  constructor(values: ScopeValues, budget: Budget) {
    this.values = values;
    this.budget = budget;
  }

  assign(name: string, value: unknown): void {
    this.#assigned.set(name, value);
  }

  /** Forgets a name, or gives it back what it meant. */
  restore(name: string, value: unknown): void {
    if (value === undefined) this.#assigned.delete(name);
    else this.#assigned.set(name, value);
  }

  /** What the text assigned to a name; undefined where it did not. */
  assigned(name: string): unknown {
    return this.#assigned.get(name);
  }

  /** What a first name means; `UNKNOWN` where `steps` lead to what only the generator knows. */
  lookUp(name: string, steps: readonly string[]): unknown {
    if (this.#assigned.has(name)) return this.#assigned.get(name);
    const { globals, isComputed } = this.values;
    if (!Object.hasOwn(globals, name)) return UNKNOWN;
    const [first] = steps;
    const value = globals[name];
    if (first === undefined || !isComputed(name, steps)) return value;
    return propertyOf(value, first) === null ? UNKNOWN : value;
  }
}
