import type { Equivalent } from "../mutant.ts";

/** Mutants of `doctor` that behave as the program does. */
export const DOCTOR_EQUIVALENTS: readonly Equivalent[] = [];
