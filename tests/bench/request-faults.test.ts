import { expect, test } from "vitest";
import { dealer, eachOnce, oneInAHundred } from "../../scripts/bench/request-faults.ts";
import type { Fault, Seen } from "../stand-in/cloudflare-stand-in.ts";

const FAULTS: readonly Fault[] = [{ kind: "reset" }, { kind: "garbage" }, { kind: "cut answer" }];

function seen(path: string): Seen {
  return { method: "PUT", owner: null, path, search: new URLSearchParams(), body: Buffer.of(), headers: {} };
}

test.for([
  { requests: 30, expected: 30, wrong: 1 },
  { requests: 400, expected: 400, wrong: 4 },
  { requests: 130, expected: 130, wrong: 2 },
])("one in a hundred of $requests requests is $wrong", ({ requests, expected, wrong }) => {
  const faults = oneInAHundred(() => 0.99, expected, dealer(FAULTS));
  const met = Array.from({ length: requests }, (_, index) => faults(seen("keys"), index));
  expect(met.filter((fault) => fault !== null)).toHaveLength(wrong);
});

test("faults are dealt in turn, and begin again", () => {
  const deal = dealer(FAULTS);
  expect(Array.from({ length: 4 }, deal)).toEqual([...FAULTS, FAULTS[0]]);
});

test("each fault meets one bulk request, with a good one between", () => {
  const faults = eachOnce(FAULTS);
  const paths = ["values/a", ...Array.from({ length: 8 }, () => "storage/kv/namespaces/n/bulk")];
  expect(paths.map((path, index) => faults(seen(path), index))).toEqual([
    null,
    ...FAULTS.flatMap((fault) => [null, fault]),
    null,
    null,
  ]);
});
