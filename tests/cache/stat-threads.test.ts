import { EventEmitter } from "node:events";
import { statSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import { join } from "node:path";
import threads from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { STAMP_LENGTH, statFiles } from "../../src/cache/stat-files.ts";
import { contentFolder } from "../content-folder.ts";

/** What a thread is given: memory that it shares with who asks, and the places. */
interface Given {
  readonly places: string;
  readonly stamps: SharedArrayBuffer;
  readonly shares: SharedArrayBuffer;
  readonly share: number;
}

/** Three shares, of which the last is not full; each file comes again and again. */
const NAMES = Array.from({ length: 1100 }, (_, at) => `${at % 7}.md`);

/** Stamps that no file has. */
const ODD = 7;

function placesIn(): readonly string[] {
  const folder = contentFolder(Object.fromEntries(NAMES.map((name) => [name, name])));
  return NAMES.map((name) => join(folder, name));
}

function stampsOf(places: readonly string[]): number[] {
  return places.flatMap((place) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(place);
    return [size, mtimeMs, ctimeMs, ino];
  });
}

/**
 * Puts a thread of its own in the place of those that Node starts, which does at once what `work` says. Gives
 * what was asked of it, and how often somebody waited: `wait` says what became of that.
 */
function withThread(
  work: (given: Given) => void,
  { cores = 2, wait = (): "ok" | "timed-out" => "timed-out" } = {},
) {
  const started: { readonly code: string; readonly options: object; isReferenced: boolean }[] = [];
  let ended = 0;
  class Thread extends EventEmitter {
    readonly #told: { isReferenced: boolean };
    constructor(code: string, { workerData, ...options }: { readonly workerData: Given }) {
      super();
      this.#told = started[started.push({ code, options, isReferenced: true }) - 1] ?? { isReferenced: true };
      work(workerData);
    }
    unref() {
      this.#told.isReferenced = false;
    }
    terminate() {
      // Nobody hears of it but who listens.
      this.emit("error", new Error("ended"));
      ended += 1;
    }
  }
  const spies = [
    vi.spyOn(threads, "Worker").mockImplementation(Thread as never),
    vi.spyOn(os, "availableParallelism").mockReturnValue(cores),
  ];
  const waits = vi.spyOn(Atomics, "wait").mockImplementation(wait);
  const tells = vi.spyOn(Atomics, "notify");
  syncBuiltinESMExports();
  onTestFinished(() => {
    for (const spy of [...spies, waits, tells]) spy.mockRestore();
    syncBuiltinESMExports();
  });
  return { started, waits, tells, ended: () => ended };
}

/** Takes a share, as a thread does. */
const take = ({ shares }: Given) => Atomics.add(new Int32Array(shares), 0, 1);

/** Has looked at a share, and found stamps that are none of the files'. */
function finish({ shares, stamps, share }: Given, one: number): void {
  new Float64Array(stamps).fill(ODD, one * share * STAMP_LENGTH, (one + 1) * share * STAMP_LENGTH);
  const marks = new Int32Array(shares);
  Atomics.store(marks, 2 + one, 1);
  Atomics.add(marks, 1, 1);
}

test.for([
  { name: "where they are few", worthAThread: NAMES.length + 1, cores: 2, expected: 0 },
  { name: "where they are enough", worthAThread: NAMES.length, cores: 2, expected: 1 },
  { name: "where they are enough, but there is one core", worthAThread: 1, cores: 1, expected: 0 },
])("a second thread looks at files $name: $expected", ({ worthAThread, cores, expected }) => {
  const places = placesIn();
  const { started, waits, tells, ended } = withThread(() => {}, { cores });
  expect([...statFiles(places, worthAThread)]).toEqual(stampsOf(places));
  expect([started.length, ended()]).toEqual([expected, expected]);
  expect(waits).not.toHaveBeenCalled();
  expect(tells).toHaveBeenCalledTimes(3);
});

test("a thread has the places, the code and memory for them, and nothing of the process that starts it", () => {
  const places = placesIn();
  const given: Given[] = [];
  const { started } = withThread((one) => given.push(one));
  statFiles(places, 1);
  expect(given.map((one) => one.places.split("\u0000"))).toEqual([places]);
  expect(given.map(({ stamps, shares }) => [stamps.byteLength, shares.byteLength])).toEqual([[35_200, 20]]);
  expect(started).toEqual([
    {
      code: expect.stringContaining("workerData"),
      options: { eval: true, execArgv: [], stderr: true },
      isReferenced: false,
    },
  ]);
});

test("what a thread has looked at is not looked at again", () => {
  const places = placesIn();
  withThread((given) => finish(given, take(given)));
  const found = [...statFiles(places, 1)];
  const [odd, own] = [found.slice(0, 512 * STAMP_LENGTH), found.slice(512 * STAMP_LENGTH)];
  expect(new Set(odd)).toEqual(new Set([ODD]));
  expect(own).toEqual(stampsOf(places.slice(512)));
});

test("a thread that still looks is waited for", () => {
  const places = placesIn();
  let end = () => {};
  const { waits } = withThread(
    (given) => {
      const one = take(given);
      end = () => finish(given, one);
    },
    {
      wait: () => {
        end();
        return "ok";
      },
    },
  );
  expect(statFiles(places, 1)[0]).toBe(ODD);
  expect(waits).toHaveBeenCalledTimes(1);
});

test("a thread that looks at share after share is waited for, however long all of it takes", () => {
  const places = placesIn();
  const ends: (() => void)[] = [];
  const { waits } = withThread(
    (given) => {
      for (const one of [take(given), take(given)]) ends.push(() => finish(given, one));
    },
    {
      wait: () => {
        ends.shift()?.();
        return "timed-out";
      },
    },
  );
  const found = statFiles(places, 1);
  expect([found[0], found[512 * STAMP_LENGTH]]).toEqual([ODD, ODD]);
  expect(waits).toHaveBeenCalledTimes(2);
});

test.for([
  { name: "with the first that it took", taken: 1, finished: [] },
  { name: "with the second that it took", taken: 2, finished: [0] },
  { name: "with one of several", taken: 2, finished: [1] },
  { name: "with all", taken: 3, finished: [] },
])("what a thread took and came to nothing is looked at without it: $name", ({ taken, finished }) => {
  const places = placesIn();
  const { waits } = withThread((given) => {
    for (let one = 0; one < taken; one += 1) take(given);
    for (const one of finished) finish(given, one);
  });
  const expected = stampsOf(places);
  for (const one of finished) expected.fill(ODD, one * 512 * STAMP_LENGTH, (one + 1) * 512 * STAMP_LENGTH);
  expect([...statFiles(places, 1)]).toEqual(expected);
  expect(waits).toHaveBeenCalledTimes(1);
});

test("of two shares, one done, the other is looked at", () => {
  const places = placesIn().slice(0, 600);
  withThread((given) => {
    finish(given, take(given));
    take(given);
  });
  expect([...statFiles(places, 1)].slice(512 * STAMP_LENGTH)).toEqual(stampsOf(places.slice(512)));
});

test("where no thread can be started all is looked at without one", () => {
  const places = placesIn();
  withThread(() => {
    throw new Error("no thread");
  });
  expect([...statFiles(places, 1)]).toEqual(stampsOf(places));
});

test("no files have no stamps", () => {
  expect(statFiles([])).toEqual(new Float64Array(0));
});
