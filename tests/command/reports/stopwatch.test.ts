import { describe, expect, test } from "vitest";
import { Stopwatch } from "../../../src/command/reports/stopwatch.ts";

/** A stopwatch over a clock that is set. */
function setUp(startMs = 1000) {
  const at = { ms: startMs };
  return { at, watch: new Stopwatch(() => at.ms) };
}

const NOTHING = { read: 0, parse: 0, pictures: 0, render: 0, compress: 0, plan: 0, publish: 0, total: 0 };

describe("a stopwatch", () => {
  test("reads nothing before time goes by", () => {
    expect(setUp().watch.read()).toEqual(NOTHING);
  });

  test("adds up what each stage takes, in whole milliseconds, and the time since its start", async () => {
    const { at, watch } = setUp();
    for (const ms of [10.4, 20.3]) {
      await watch.time("read", () => {
        at.ms += ms;
      });
    }
    watch.add("render", 5.6);
    watch.add("render", 1);
    at.ms += 100;
    expect(watch.read()).toEqual({ ...NOTHING, read: 31, render: 7, total: 131 });
    at.ms += 9.3;
    expect(watch.read().total).toBe(140);
  });

  test("gives what the work gives", async () => {
    const { watch } = setUp();
    expect(await watch.time("plan", async () => "planned")).toBe("planned");
  });

  test("counts work that fails, too", async () => {
    const { at, watch } = setUp();
    const failing = watch.time("publish", async () => {
      at.ms += 7;
      throw new RangeError("broken");
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(watch.read()).toEqual({ ...NOTHING, publish: 7, total: 7 });
  });

  test("has the stages in their order", () => {
    expect(Object.keys(setUp().watch.read())).toEqual(Object.keys(NOTHING));
  });
});
