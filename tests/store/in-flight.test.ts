import { expect, test, vi } from "vitest";
import { inFlight } from "../../src/store/in-flight.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

test.for([
  { items: 0, width: 3, most: 0 },
  { items: 2, width: 3, most: 2 },
  { items: 7, width: 3, most: 3 },
  { items: 7, width: 1, most: 1 },
])("of $items things at most $most are under way where $width may be, and all are done", async (one) => {
  const done: number[] = [];
  let underWay = 0;
  let most = 0;
  await inFlight(Array.from({ length: one.items }, (_, n) => n).values(), one.width, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    done.push(item);
  });
  expect(done).toEqual(Array.from({ length: one.items }, (_, n) => n));
  expect(most).toBe(one.most);
});

test("after a fault nothing new begins, and what is under way is waited for", async () => {
  const events: string[] = [];
  const gate = Promise.withResolvers<void>();
  const working = inFlight([1, 2, 3, 4], 2, async (item) => {
    events.push(`begins ${item}`);
    if (item === 1) throw new Error("first");
    await gate.promise;
    events.push(`ends ${item}`);
  });
  gate.resolve();
  await expect(working).rejects.toThrow("first");
  expect(events).toEqual(["begins 1", "begins 2", "ends 2"]);
});
