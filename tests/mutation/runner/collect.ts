/** The body of a test or hook; a hook may give what undoes it. */
export type TestFunction = (context: object) => unknown;

/** Tests that belong together, and what runs around them. */
export interface Suite {
  readonly name: string;
  readonly parent: Suite | null;
  readonly beforeAll: TestFunction[];
  readonly afterAll: TestFunction[];
  readonly beforeEach: TestFunction[];
  readonly afterEach: TestFunction[];
}

/** A test as its file declares it. */
export interface CollectedTest {
  /** Its file, its place there and its name: the same in every process. */
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly suite: Suite;
  readonly run: TestFunction;
}

let suite: Suite | null = null;
let file = "";
let tests: CollectedTest[] = [];
let finished: (() => unknown)[] = [];

/** Loads a test file; gives its tests in order. */
export async function collectTests(
  path: string,
  load: () => Promise<unknown>,
): Promise<readonly CollectedTest[]> {
  tests = [];
  file = path;
  suite = suiteIn(null, path);
  try {
    await load();
  } finally {
    suite = null;
  }
  return tests;
}

/** The suite whose body runs; throws outside of any. */
export function currentSuite(): Suite {
  if (suite === null) throw new Error("tests and hooks are declared while their file is loaded");
  return suite;
}

export function addSuite(name: string, body: () => unknown): void {
  const outer = currentSuite();
  suite = suiteIn(outer, name);
  body();
  suite = outer;
}

export function addTest(name: string, run: TestFunction): void {
  const id = `${file}#${tests.length} ${name}`;
  tests.push({ id, name, file, suite: currentSuite(), run });
}

/** Calls `undo` when the test that runs has ended. */
export function onFinished(undo: () => unknown): void {
  finished.push(undo);
}

/** What the test that has run wants undone, the last first. */
export function takeFinished(): readonly (() => unknown)[] {
  const all = finished.reverse();
  finished = [];
  return all;
}

function suiteIn(parent: Suite | null, name: string): Suite {
  return { name, parent, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}
