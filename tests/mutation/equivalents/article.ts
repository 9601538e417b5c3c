import type { Equivalent } from "../mutant.ts";

/** Mutants of `article` that behave as the program does. */
export const ARTICLE_EQUIVALENTS: readonly Equivalent[] = [];
