import type { Equivalent } from "../mutant.ts";

/** Mutants of `bake` that behave as the program does. */
export const BAKE_EQUIVALENTS: readonly Equivalent[] = [];
