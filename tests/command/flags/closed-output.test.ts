import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a command whose output nobody reads any more ends as it would, without a fault", () => {
  const line = '{ sleep 0.1; node scripts/ledger.ts --help; echo "ended with $?" >&2; } | true';
  const { stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
  expect(stderr.trim()).toBe("ended with 0");
});
