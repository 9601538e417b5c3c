import { expect, test } from "vitest";
import { PUBLISHED_AT, pollForADay } from "../../scripts/bench/day-of-polls.ts";
import { HABITS } from "../../scripts/bench/reader-habits.ts";

test("a day has each poll in its turn, each with the tag of the answer before", async () => {
  const pollers = [
    { name: "hasty", intervalMinutes: 10, fields: HABITS["validators, gzip"] },
    { name: "hourly", intervalMinutes: 60, fields: HABITS["validators, gzip"] },
    { name: "without", intervalMinutes: 60, fields: HABITS["no validators, gzip"] },
  ];
  const published: number[] = [];
  const days = await pollForADay(
    pollers,
    async (articles) => {
      published.push(articles);
    },
    async (fields) => {
      const tag = `"${published.at(-1)}"`;
      return fields["If-None-Match"] === tag
        ? { status: 304, bytes: 1, tag }
        : { status: 200, bytes: 100, tag };
    },
  );
  expect(published).toEqual([0, ...PUBLISHED_AT.map((_, at) => at + 1)]);
  const [hasty, hourly, without] = pollers.map((poller) => days.get(poller));
  expect(hasty).toMatchObject({ polls: 144, bytes: 139 + 500 });
  expect(hourly).toMatchObject({ polls: 24, bytes: 19 + 500 });
  expect(without).toMatchObject({ polls: 24, bytes: 2400, statuses: new Map([[200, 24]]) });
});
