import { globSync } from "node:fs";
import { basename, resolve } from "node:path";
import { cwd, env } from "node:process";
import { MUTATED_ROOMS } from "../rooms.ts";
import type { CollectedTest, Suite } from "./collect.ts";
import { Generation, loadGenerations } from "./generation.ts";
import { distancesTo } from "./imports.ts";
import type { TestOutcome } from "./run-tests.ts";
import { runTests } from "./run-tests.ts";

type Hits = Record<string, number>;

/** What the instrumented code and its runner say to each other. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly static: Hits; readonly perTest: Record<string, Hits> };
}

declare global {
  var __stryker__: Instruments | undefined;
}

/** What Stryker asks of a run with a mutant. */
interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string };
  readonly sandboxFileName: string;
  readonly mutantActivation: "runtime" | "static";
}

/**
 * Runs a room's tests in Stryker's own process, where their modules stay loaded: a mutant takes some
 * milliseconds, and not the start of a worker. What a mutant leaves behind there must not speak for or
 * against another. So a test that failed has to pass without the mutant, and a mutant that no test
 * noticed, and that was reached less often than usual, is tried again with modules loaded anew; so is one
 * of what modules do while they are loaded.
 */
class InProcessRunner {
  readonly #files: readonly string[];
  readonly #instruments = instruments();
  #generation = new Generation();
  #stray: unknown = null;

  constructor() {
    const { tests = [] } = MUTATED_ROOMS[env.FEEDWRIGHT_MUTATED_ROOM ?? ""] ?? {};
    const exclude = ["**/*.long.test.ts"];
    this.#files = globSync([...tests], { exclude }).sort();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    loadGenerations(cwd());
    await this.#generation.load("tests/random-seed.ts");
    process.on("uncaughtException", (error) => {
      this.#stray = error;
    });
    // What is told on the way to a console is nobody's here.
    for (const level of ["log", "info", "warn", "error"] as const) console[level] = () => {};
  }

  async dryRun() {
    const outcomes: TestOutcome[] = [];
    const bySuite = new Map<string, Suite>();
    const watch: Parameters<typeof runTests>[2] = (what) => {
      if (what === null) this.#instruments.currentTestId = undefined;
      else if ("test" in what) this.#instruments.currentTestId = what.test;
      else {
        const name = `suite ${bySuite.size}`;
        bySuite.set(name, what.suite);
        this.#instruments.currentTestId = name;
      }
    };
    for (const file of this.#files) {
      const tests = await this.#generation.testsOf(file);
      outcomes.push(...(await runTests(tests, false, watch, LONGEST_WITHOUT_MUTANT)));
    }
    const { static: loaded, perTest } = this.#instruments.mutantCoverage ?? { static: {}, perTest: {} };
    for (const [name, suite] of bySuite) {
      for (const { test } of outcomes) {
        if (isWithin(test.suite, suite)) perTest[test.id] = { ...perTest[name], ...perTest[test.id] };
      }
      Reflect.deleteProperty(perTest, name);
    }
    return {
      status: "complete",
      tests: outcomes.map(({ test: { id, name, file }, milliseconds, error }) => ({
        id,
        name,
        fileName: resolve(file),
        timeSpentMs: milliseconds,
        ...(error === null ? { status: 0 } : { status: 1, failureMessage: messageOf(error) }),
      })),
      mutantCoverage: { static: loaded, perTest },
    };
  }

  async mutantRun(run: MutantRun) {
    const isStatic = run.mutantActivation === "static";
    try {
      if (!isStatic) {
        const failure = await this.#failureOf(run);
        const isTold = failure === null ? this.#isReachedAsBefore(run) : await this.#passes(failure.test);
        if (isTold) return this.#verdict(run, failure);
      }
      this.#generation = new Generation();
      const failure = await this.#failureOf(run);
      if (isStatic || failure !== null) this.#generation = new Generation();
      return this.#verdict(run, failure);
    } catch (error) {
      this.#generation = new Generation();
      return { status: "error", errorMessage: messageOf(error) };
    } finally {
      this.#instruments.activeMutant = undefined;
    }
  }

  /** The first test that fails with a mutant; null where none does. */
  async #failureOf({ testFilter, hitLimit, activeMutant, sandboxFileName, mutantActivation }: MutantRun) {
    this.#stray = null;
    this.#instruments.hitCount = 0;
    this.#instruments.hitLimit = limitOf(hitLimit);
    const wanted = testFilter && new Set(testFilter);
    for (const file of this.#filesFor(sandboxFileName, wanted)) {
      this.#instruments.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
      const tests = await this.#generation.testsOf(file);
      this.#instruments.activeMutant = activeMutant.id;
      const outcomes = await runTests(
        tests.filter(({ id }) => wanted?.has(id) ?? true),
        true,
      );
      const failure = outcomes.find(({ error }) => error !== null) ?? null;
      if (failure !== null) return failure;
      const last = outcomes.at(-1);
      if (this.#stray !== null && last !== undefined) return { ...last, error: this.#stray };
    }
    return null;
  }

  /** Whether the mutant was reached as often as without it: nothing stood between that was remembered. */
  #isReachedAsBefore({ hitLimit = 0 }: MutantRun): boolean {
    const { hitCount = 0 } = this.#instruments;
    return hitCount > 0 && hitCount >= hitLimit / TIMES_OF_A_CIRCLE;
  }

  async #passes(test: CollectedTest): Promise<boolean> {
    const { hitCount } = this.#instruments;
    this.#instruments.activeMutant = undefined;
    const outcomes = await runTests([test], true);
    this.#instruments.hitCount = hitCount;
    return outcomes.every(({ error }) => error === null);
  }

  /** The test files that may notice a mutant, those first that are likely to, and those of chance last. */
  #filesFor(mutated: string, wanted: ReadonlySet<string> | undefined): readonly string[] {
    const named = wanted && new Set([...wanted].map((id) => id.slice(0, id.indexOf("#"))));
    const files = this.#files.filter((file) => named?.has(file) ?? true);
    const distances = distancesTo(
      resolve(mutated),
      files.map((file) => resolve(file)),
    );
    const own = `${basename(mutated, ".ts")}.test.ts`;
    const rank = (file: string) => {
      if (basename(file) === own) return 0;
      return (distances.get(resolve(file)) ?? 0) + (basename(file).startsWith("any-") ? 1000 : 0);
    };
    const isNear = (file: string) => named !== undefined || Number.isFinite(rank(file));
    return files.filter(isNear).sort((a, b) => rank(a) - rank(b));
  }

  #verdict({ hitLimit }: MutantRun, failure: TestOutcome | null) {
    const { hitCount = 0 } = this.#instruments;
    if (hitCount > limitOf(hitLimit)) return { status: "timeout", reason: "runs in circles" };
    if (failure === null) return { status: "survived", nrOfTests: 1 };
    const { test, error } = failure;
    return { status: "killed", killedBy: [test.id], failureMessage: messageOf(error), nrOfTests: 1 };
  }
}

/** In milliseconds: on a busy machine a test of large files, or of many processes, takes its time. */
const LONGEST_WITHOUT_MUTANT = 120_000;

/** What Stryker multiplies the hits of a mutant with to know a circle. */
const TIMES_OF_A_CIRCLE = 100;

/** A tenth of that will do, and is reached sooner. */
function limitOf(hitLimit = Number.POSITIVE_INFINITY): number {
  return hitLimit / 10;
}

function instruments(): Instruments {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

function isWithin(suite: Suite | null, outer: Suite): boolean {
  return suite !== null && (suite === outer || isWithin(suite.parent, outer));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner }];
