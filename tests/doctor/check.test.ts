import { describe, expect, test } from "vitest";
import type { Check } from "../../src/doctor/checks/check.ts";
import { findAll, when } from "../../src/doctor/checks/check.ts";

const CHECKS: readonly Check<number>[] = [
  {
    name: "odd",
    severity: "warning",
    fix: "Take an even number.",
    find: (met) => when(met % 2 === 1, "it is odd"),
  },
  {
    name: "large",
    severity: "error",
    fix: "Take a small number.",
    find: (met) => [...when(met > 9, "it has two digits"), ...when(met > 99, "it has three")],
  },
];

describe("a table of checks", () => {
  test("gives a finding for each clause that it finds, with what the check says and where", () => {
    expect(findAll(CHECKS, 101, "https://quay.example/")).toEqual([
      {
        check: "odd",
        severity: "warning",
        url: "https://quay.example/",
        what: "it is odd",
        fix: "Take an even number.",
      },
      ...["it has two digits", "it has three"].map((what) => ({
        check: "large",
        severity: "error",
        url: "https://quay.example/",
        what,
        fix: "Take a small number.",
      })),
    ]);
  });

  test("gives nothing where all is well", () => {
    expect(findAll(CHECKS, 2, "https://quay.example/")).toEqual([]);
  });
});
