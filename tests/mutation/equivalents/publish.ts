import type { Equivalent } from "../mutant.ts";

/** Mutants of `publish` that behave as the program does. */
export const PUBLISH_EQUIVALENTS: readonly Equivalent[] = [];
