import type { CollectedTest, Suite, TestFunction } from "./collect.ts";
import { onFinished, takeFinished } from "./collect.ts";

/** What became of a test: null where it passed. */
export interface TestOutcome {
  readonly test: CollectedTest;
  readonly milliseconds: number;
  readonly error: unknown;
}

/** A test that takes longer with a mutant has lost its way. */
const LONGEST_MILLISECONDS = 10_000;

// Tests put a clock of their own in the place of the global ones.
const { setTimeout, clearTimeout } = globalThis;

/** What is told of the way: which test or suite the code works for. */
export type Watch = (what: { readonly test: string } | { readonly suite: Suite } | null) => void;

/** Runs tests with the hooks around them, one after the other; ends after the first that fails, if asked. */
export async function runTests(
  tests: readonly CollectedTest[],
  endsWithFailure: boolean,
  watch: Watch = () => {},
  longestMilliseconds = LONGEST_MILLISECONDS,
): Promise<readonly TestOutcome[]> {
  const call = within(longestMilliseconds);
  const outcomes: TestOutcome[] = [];
  const open: { suite: Suite; undo: TestFunction[]; error: unknown }[] = [];
  const close = async () => {
    const last = open.pop();
    if (last === undefined) return;
    watch({ suite: last.suite });
    for (const hook of [...last.suite.afterAll, ...last.undo]) await call(hook);
    watch(null);
  };
  for (const test of tests) {
    const path = pathOf(test.suite);
    while (open.some(({ suite }, index) => path[index] !== suite)) await close();
    for (const suite of path.slice(open.length)) {
      const state = { suite, undo: [] as TestFunction[], error: null as unknown };
      open.push(state);
      watch({ suite });
      try {
        for (const hook of suite.beforeAll) keep(state.undo, await call(hook));
      } catch (error) {
        state.error = error ?? new Error("failed");
      }
      watch(null);
    }
    const start = performance.now();
    watch({ test: test.id });
    const error = open.find((one) => one.error !== null)?.error ?? (await runTest(test, path, call));
    watch(null);
    outcomes.push({ test, milliseconds: performance.now() - start, error });
    if (error !== null && endsWithFailure) break;
  }
  while (open.length > 0) {
    try {
      await close();
    } catch {
      // What a hook leaves undone says nothing of a mutant.
    }
  }
  return outcomes;
}

async function runTest(test: CollectedTest, path: readonly Suite[], call: Call): Promise<unknown> {
  const undo: TestFunction[] = [];
  let failure: unknown = null;
  const attempt = async (hook: TestFunction, into?: TestFunction[]) => {
    try {
      const result = await call(hook);
      if (into !== undefined) keep(into, result);
    } catch (error) {
      failure ??= error ?? new Error("failed");
    }
  };
  for (const suite of path) for (const hook of suite.beforeEach) await attempt(hook, undo);
  if (failure === null) await attempt(test.run);
  for (const suite of path.toReversed()) for (const hook of suite.afterEach) await attempt(hook);
  for (const hook of [...undo, ...takeFinished()]) await attempt(hook);
  return failure;
}

type Call = (hook: TestFunction) => Promise<unknown>;

/** Calls a test or a hook, which has so much time. */
function within(longestMilliseconds: number): Call {
  return async (hook) => {
    const result = hook({ onTestFinished: onFinished });
    if (!(result instanceof Promise)) return result;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("takes too long")), longestMilliseconds);
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function keep(undo: TestFunction[], result: unknown): void {
  if (typeof result === "function") undo.push(result as TestFunction);
}

function pathOf(suite: Suite): readonly Suite[] {
  return suite.parent === null ? [suite] : [...pathOf(suite.parent), suite];
}
