import type { Equivalent } from "../mutant.ts";

/** Mutants of `store` that behave as the program does. */
export const STORE_EQUIVALENTS: readonly Equivalent[] = [];
