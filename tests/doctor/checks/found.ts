import type { Check } from "../../../src/doctor/checks/check.ts";
import { findAll } from "../../../src/doctor/checks/check.ts";
import { FEED_URL } from "../met.ts";

/** What a table of checks finds, a finding a line: `check: what is wrong`. */
export function found<Met>(checks: readonly Check<Met>[], met: Met): string[] {
  return findAll(checks, met, FEED_URL).map(({ check, what }) => `${check}: ${what}`);
}

/** What a table of checks advises, a check a line: `check (weight): how to fix it`. */
export function advice<Met>(checks: readonly Check<Met>[]): string[] {
  return checks.map(({ name, severity, fix }) => `${name} (${severity}): ${fix}`);
}
