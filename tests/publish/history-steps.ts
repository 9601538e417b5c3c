import * as fc from "fast-check";

/** What a publisher does between two bakes. `pick` chooses the article, `word` what is written. */
export interface Step {
  readonly verb: (typeof VERBS)[number];
  readonly pick: number;
  readonly word: string;
  readonly minutes: number;
}

const VERBS = [
  "add",
  "addDated",
  "addWithId",
  "edit",
  "retitle",
  "move",
  "moveAndEdit",
  "rename extension",
  "delete",
  "revive",
  "changeUrl",
  "changeSlug",
  "changePermalink",
  "correct",
  "swap",
  "shift",
] as const;

/** Few words, so that titles and slugs meet. */
export const steps = (count: number) =>
  fc.array(
    fc.record({
      verb: fc.constantFrom(...VERBS),
      pick: fc.nat(1000),
      word: fc.constantFrom("tide", "lock", "mole", "eel", "ferry"),
      minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }),
    }),
    { minLength: count, maxLength: count },
  );
