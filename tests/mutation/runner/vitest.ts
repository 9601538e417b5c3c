import { env } from "node:process";
import { addSuite, addTest, currentSuite, onFinished } from "./collect.ts";

/**
 * What test files import as "vitest" while mutants are tried: they are collected here and run in this process,
 * by `run-tests.ts`. `expect` and `vi` are vitest's own.
 */
export { expect, vi } from "vitest";

// What `vi` asks of the worker that vitest would have started.
Object.assign(globalThis, { __vitest_worker__: { config: { fakeTimers: {} }, metaEnv: env } });

type Rest = readonly unknown[];
type Body = (...values: unknown[]) => unknown;

const isBody = (value: unknown): value is Body => typeof value === "function";
const bodyOf = (rest: Rest): Body => rest.find(isBody) ?? (() => {});
const spread = (row: unknown): Rest => (Array.isArray(row) ? row : [row]);

function testApi(isSkipped: boolean) {
  const add = (name: string, ...rest: Rest) => {
    if (!isSkipped) addTest(name, bodyOf(rest));
  };
  return Object.assign(add, {
    for:
      (rows: Rest) =>
      (name: string, ...rest: Rest) => {
        for (const row of rows) add(name, (context: unknown) => bodyOf(rest)(row, context));
      },
    each:
      (rows: Rest) =>
      (name: string, ...rest: Rest) => {
        for (const row of rows) add(name, () => bodyOf(rest)(...spread(row)));
      },
  });
}

function suiteApi(isSkipped: boolean) {
  const add = (name: string, ...rest: Rest) => {
    if (!isSkipped) addSuite(name, bodyOf(rest));
  };
  return Object.assign(add, {
    for:
      (rows: Rest) =>
      (name: string, ...rest: Rest) => {
        for (const row of rows) add(name, () => bodyOf(rest)(row));
      },
    each:
      (rows: Rest) =>
      (name: string, ...rest: Rest) => {
        for (const row of rows) add(name, () => bodyOf(rest)(...spread(row)));
      },
  });
}

export const test = Object.assign(testApi(false), { skipIf: (isSkipped: boolean) => testApi(isSkipped) });
export const describe = Object.assign(suiteApi(false), {
  skipIf: (isSkipped: boolean) => suiteApi(isSkipped),
});

export const beforeAll = (hook: Body) => currentSuite().beforeAll.push(hook);
export const afterAll = (hook: Body) => currentSuite().afterAll.push(hook);
export const beforeEach = (hook: Body) => currentSuite().beforeEach.push(hook);
export const afterEach = (hook: Body) => currentSuite().afterEach.push(hook);
export const onTestFinished = onFinished;
