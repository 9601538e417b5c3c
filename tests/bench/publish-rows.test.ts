import { expect, test } from "vitest";
import type { PublishRun } from "../../scripts/bench/publish-rows.ts";
import { publishRows } from "../../scripts/bench/publish-rows.ts";

const RUN: PublishRun = {
  keys: 12_000,
  timeMs: 1000,
  cpuMs: 600,
  peakMegabytes: 300,
  documentsMegabytes: 200,
  requests: 20,
  faults: 0,
  bytes: 50_000_000,
};

test("other ways are held against ours round by round, and what is missing says what to install", () => {
  const slow = { keys: 12_000, requests: 12_000, faults: 0, bytes: 1 };
  const rows = publishRows(
    new Map([
      ["ours", [RUN, { ...RUN, timeMs: 2000 }, RUN]],
      [
        "ours, 1 % faults",
        [1, 1, 1].map((more) => ({ ...RUN, timeMs: 2000, requests: 20 + more, faults: 1 })),
      ],
      ["one by one", [4000, 8000, 4000].map((timeMs) => ({ ...slow, timeMs }))],
    ]),
    12_000,
  );
  expect(rows.map(({ what, figure, ratio }) => [what.split(",")[0], figure, ratio])).toEqual([
    [
      "Feedwright",
      "12,000 (6,000 to 12,000) keys/s, 50 µs CPU a key, 20 requests of 50 MB, peak 300 MB, 200 before",
      null,
    ],
    [
      "Feedwright",
      "6,000 keys/s, 50 µs CPU a key, 21 requests of 50 MB, 1 gone wrong, 1 more, peak 300 MB, 200 before",
      "0.50 (0.50 to 1.00) of the rate without",
    ],
    ["Feedwright", "takes minutes: measured with fewer keys", null],
    [
      "one key a request",
      "3,000 (1,500 to 3,000) keys/s, 12,000 requests of 0 MB",
      "Feedwright 4.00 times as fast; Cloudflare's limit of calls alone makes it 50 minutes",
    ],
    ["the same bulk requests and nothing else", "takes minutes: measured with fewer keys", null],
    ["wrangler kv bulk put", "not installed: npm ci", null],
  ]);
});
