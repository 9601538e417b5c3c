import { configureGlobal } from "fast-check";

/**
 * What properties are tried with is the same in every run, so that a run says something of the code and
 * not of its luck. `FEEDWRIGHT_SEED=random` looks further; any whole number repeats such a run.
 */
const { FEEDWRIGHT_SEED: asked = "20250101" } = process.env;

if (asked !== "random") configureGlobal({ seed: Number(asked) });
