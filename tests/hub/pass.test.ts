import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pass } from "../../src/hub/shard/pass.ts";
import { advance, begin, nextNumbers, RESTING } from "../../src/hub/shard/pass.ts";
import { nextAttempt } from "../../src/hub/shard/retry-schedule.ts";

describe("a pass", () => {
  test("begins with the first, and everybody holds its edition once it rests", () => {
    const pass = begin(RESTING, 5);
    expect(pass).toEqual({ base: 0, target: 5, start: 0, cursor: 0, lap: 1 });
    expect(advance(pass, 40, false)).toMatchObject({ cursor: 40, lap: 1 });
    expect(advance(pass, 40, true)).toEqual({ base: 5, target: 5, start: 0, cursor: 0, lap: 0 });
  });

  test("does not begin for an edition that is not newer", () => {
    const pass = begin(RESTING, 5);
    expect(begin(pass, 5)).toBe(pass);
    expect(begin(pass, 4)).toBe(pass);
  });

  test("gives way to a newer edition, which begins with who waited longest and goes all round", () => {
    const half = advance(begin({ ...RESTING, base: 3, target: 3 }, 5), 40, false);
    const newer = begin(half, 6);
    expect(newer).toEqual({ base: 3, target: 6, start: 40, cursor: 40, lap: 1 });
    const second = advance(newer, 80, true);
    expect(second).toEqual({ base: 3, target: 6, start: 40, cursor: 0, lap: 2 });
    expect(nextNumbers(second)).toEqual({ after: 0, upTo: 40 });
    expect(advance(second, 40, true)).toMatchObject({ base: 6, lap: 0 });
  });

  const steps = fc.array(fc.oneof(fc.constant("run" as const), fc.constant("publish" as const)), {
    maxLength: 60,
  });
  test("reaches everybody, whenever editions come: none is left out, each hears editions in order", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        steps,
        (count, width, taken) => {
          const heard = new Map(
            Array.from({ length: count }, (_, at) => [at + 1, [0]] as [number, number[]]),
          );
          let [pass, edition]: [Pass, number] = [RESTING, 0];
          const run = () => {
            const { after, upTo } = nextNumbers(pass);
            const next = [...heard.keys()]
              .filter((id) => id > after && id <= (upTo ?? count))
              .slice(0, width);
            for (const id of next) heard.get(id)?.push(pass.target);
            pass = advance(pass, next.at(-1) ?? 0, next.length < width);
          };
          for (const step of taken) {
            if (step === "publish") pass = begin(pass, ++edition);
            else if (pass.lap !== 0) run();
          }
          while (pass.lap !== 0) run();
          for (const editions of heard.values()) {
            expect(editions.at(-1)).toBe(edition);
            expect(editions).toEqual([...new Set(editions)].sort((a, b) => a - b));
          }
        },
      ),
    );
  });
});

test("a callback that fails is tried again for nine hours, at longer and longer pauses", () => {
  const pauses = Array.from({ length: 8 }, (_, at) => nextAttempt(at + 1, 0));
  const minutes = pauses.map((pause) => pause && pause / 60_000);
  expect(minutes).toEqual([0.5, 2, 8, 30, 60, 120, 300, null]);
});
