/** Whether the long suites are run, too. */
const EVERYTHING = process.env.FEEDWRIGHT_TESTS === "all";

/**
 * How often a property is tried: as often as that in `npm run test:all`, a sixth of it in `npm test`,
 * whose values are the same in every run.
 */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: EVERYTHING ? count : Math.ceil(count / 6) };
}

/** How many of something a test has: as many as that in `npm run test:all`, fewer in `npm test`. */
export function sizeOf(all: number, quick: number): number {
  return EVERYTHING ? all : quick;
}
