import type { Equivalent } from "../mutant.ts";

/** Mutants of `ledger` that behave as the program does. */
export const LEDGER_EQUIVALENTS: readonly Equivalent[] = [];
