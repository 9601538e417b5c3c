/**
 * Cloudflare's prices in US dollars, as docs/deploy.md tells them: looked up on 24 November 2026,
 * https://developers.cloudflare.com/workers/platform/pricing/ and
 * https://developers.cloudflare.com/kv/platform/pricing/. A month has 30 days.
 */
export const PRICES = {
  paidPlanMonthly: 5,
  requests: { freeDaily: 100_000, includedMonthly: 10_000_000, perMillion: 0.3 },
  cpuMs: { includedMonthly: 30_000_000, perMillion: 0.02 },
  kvReads: { freeDaily: 100_000, includedMonthly: 10_000_000, perMillion: 0.5 },
} as const;

export const MONTH_DAYS = 30;

/** CPU time that the bill counts for a request, in milliseconds: more than is used. */
export const BILLED_CPU_MS = 1;

/** What serving costs a month, in US dollars. */
export interface MonthlyBill {
  readonly plan: "free" | "paid";
  readonly requests: number;
  readonly kvReads: number;
  readonly cpu: number;
  /** With the plan's own price. */
  readonly total: number;
}

/** The bill for so many polls a day; each is a request and reads so many keys. Traffic is free. */
export function monthlyBill(pollsADay: number, readsAPoll = 1): MonthlyBill {
  const readsADay = pollsADay * readsAPoll;
  if (pollsADay <= PRICES.requests.freeDaily && readsADay <= PRICES.kvReads.freeDaily) {
    return { plan: "free", requests: 0, kvReads: 0, cpu: 0, total: 0 };
  }
  const requests = over(PRICES.requests, pollsADay);
  const kvReads = over(PRICES.kvReads, readsADay);
  const cpu = over(PRICES.cpuMs, pollsADay * BILLED_CPU_MS);
  return { plan: "paid", requests, kvReads, cpu, total: PRICES.paidPlanMonthly + requests + kvReads + cpu };
}

/** The price of what a month has more than is included. */
function over(
  price: { readonly includedMonthly: number; readonly perMillion: number },
  aDay: number,
): number {
  return (Math.max(0, aDay * MONTH_DAYS - price.includedMonthly) / 1_000_000) * price.perMillion;
}
