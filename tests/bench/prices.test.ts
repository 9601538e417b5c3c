import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { monthlyBill, PRICES } from "../../scripts/bench/prices.ts";

const DEPLOY = readFileSync(fileURLToPath(new URL("../../docs/deploy.md", import.meta.url)), "utf8");

test.for([
  { subscribers: 100, row: "free (2,400 of 100,000 a day) | | | | **$0** |" },
  { subscribers: 10_000, row: "paid, all included | | | | **$5** |" },
  { subscribers: 1_000_000, row: "paid | $213.00 | $355.00 | $13.80 | **$587** |" },
])("$subscribers subscribers who ask once an hour cost what docs/deploy.md says", ({ subscribers, row }) => {
  expect(DEPLOY).toContain(row);
  const { plan, requests, kvReads, cpu, total } = monthlyBill(subscribers * 24);
  expect(row.startsWith(plan)).toBe(true);
  for (const part of [requests, kvReads, cpu].filter((dollars) => dollars > 0)) {
    expect(row).toContain(`$${part.toFixed(2)}`);
  }
  expect(row).toContain(`**$${Math.round(total)}**`);
});

test("every quarter of an hour costs a million subscribers what docs/deploy.md says", () => {
  const { total } = monthlyBill(1_000_000 * 96);
  expect(DEPLOY).toContain(`$${Math.round(total).toLocaleString("en")}`);
});

test("the prices stand in docs/deploy.md", () => {
  const { requests, cpuMs, kvReads, paidPlanMonthly } = PRICES;
  expect(DEPLOY).toContain(`Workers Paid, $${paidPlanMonthly} a month`);
  for (const [name, { includedMonthly, perMillion }] of Object.entries({
    requests,
    "CPU time": cpuMs,
    "KV reads": kvReads,
  })) {
    const row = DEPLOY.split("\n").find((line) => line.startsWith(`| ${name} |`));
    expect(row).toContain(`${includedMonthly / 1_000_000} million`);
    expect(row).toContain(`$${perMillion.toFixed(2)} a million`);
  }
});

test("the free plan ends with its requests, or with its reads", () => {
  expect(monthlyBill(100_000).plan).toBe("free");
  expect(monthlyBill(100_001).plan).toBe("paid");
  expect(monthlyBill(60_000, 2).plan).toBe("paid");
});
