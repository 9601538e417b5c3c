import type { Equivalent } from "../mutant.ts";

/** Mutants of `command` that behave as the program does. */
export const COMMAND_EQUIVALENTS: readonly Equivalent[] = [];
