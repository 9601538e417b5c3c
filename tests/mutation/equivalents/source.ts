import type { Equivalent } from "../mutant.ts";

/** Mutants of `source` that behave as the program does. */
export const SOURCE_EQUIVALENTS: readonly Equivalent[] = [];
