import type { DayOfPolls, Poller } from "./day-of-polls.ts";
import { median } from "./measure.ts";
import type { ReaderKind } from "./population.ts";
import { averageDay, POPULATIONS, PUBLISHED } from "./population.ts";
import type { MonthlyBill } from "./prices.ts";
import { BILLED_CPU_MS, MONTH_DAYS, monthlyBill, PRICES } from "./prices.ts";
import type { HabitName } from "./reader-habits.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";

const MILLION = 1_000_000;

/** The interval that the budgets speak of, in minutes. */
export const BUDGET_INTERVAL = 10;

/** A habit without validators that another is held against, and the part of its bytes that is allowed. */
interface Budget {
  readonly against: HabitName;
  readonly most: number | null;
}

const BUDGETS: Readonly<Record<HabitName, Budget | null>> = {
  "no validators, no coding": null,
  "no validators, gzip": { against: "no validators, no coding", most: null },
  "no validators, brotli": { against: "no validators, no coding", most: null },
  "validators, gzip": { against: "no validators, gzip", most: 0.05 },
  "validators, brotli": { against: "no validators, brotli", most: 0.05 },
  "validators, deltas": { against: "no validators, brotli", most: 0.03 },
};

/** A poller with the habit that it has. */
export type MeasuredPoller = Poller & Pick<ReaderKind, "habit">;

/** One round: a day of every poller by its name, and what a poll cost the worker. */
export interface Round {
  readonly days: ReadonlyMap<string, DayOfPolls>;
  readonly cpuMsAPoll: number;
  readonly readsAPoll: number;
}

/** What pollers of one kind are called. */
export function nameOf({ habit, intervalMinutes }: Pick<ReaderKind, "habit" | "intervalMinutes">): string {
  return `${habit}, every ${intervalMinutes} minutes`;
}

/** The answers of a day, held against the same polls without validators where a budget speaks of them. */
export function dayRow({ name, habit, intervalMinutes }: MeasuredPoller, rounds: readonly Round[]): Row {
  const bytes = rounds.map(({ days }) => days.get(name)?.bytes ?? Number.NaN);
  const statuses = [...(rounds[0]?.days.get(name)?.statuses ?? [])];
  const answers = statuses.map(([status, count]) => `${count} × ${status}`).join(", ");
  const figure = `${answers}: ${spread(bytes)}`;
  const budget = intervalMinutes === BUDGET_INTERVAL ? BUDGETS[habit] : null;
  if (budget === null) return { what: name, figure, ratio: null, met: null };
  const reference = nameOf({ habit: budget.against, intervalMinutes });
  const part = median(rounds.map(({ days }, at) => (bytes[at] ?? 0) / (days.get(reference)?.bytes ?? 0)));
  return {
    what: name,
    figure,
    ratio: `${(part * 100).toFixed(1)} % of ${budget.against}`,
    met: budget.most === null ? null : part < budget.most,
    ...(budget.most !== null && { budget: `under ${budget.most * 100} %` }),
  };
}

/** What a poll takes of the worker, beside what the bill counts. */
export function workRow(rounds: readonly Round[]): Row {
  const cpu = rounds.map(({ cpuMsAPoll }) => cpuMsAPoll);
  const measured = cpu.every(Number.isFinite);
  return {
    what: "each of these polls",
    figure: measured ? `${spread(cpu, 2)} ms CPU of workerd, its KV included` : "CPU not measured: no /proc",
    ratio: `${median(rounds.map(({ readsAPoll }) => readsAPoll))} KV reads; the bill counts ${BILLED_CPU_MS} ms`,
    met: measured ? median(cpu) < BILLED_CPU_MS : null,
  };
}

/** What populations come to, beside the price of a million subscribers. */
export function populationRows(rounds: readonly Round[]): Row[] {
  const readsAPoll = median(rounds.map((round) => round.readsAPoll));
  return Object.entries(POPULATIONS).flatMap(([what, kinds]) => {
    const days = rounds.map((round) => averageDay(kinds, (kind) => round.days.get(nameOf(kind))));
    const polls = median(days.map((day) => day.polls));
    const bytes = days.map((day) => day.bytes);
    const bill = monthlyBill(polls * MILLION, readsAPoll);
    const terabytes = (median(bytes) * MILLION * MONTH_DAYS) / 1e12;
    const row: Row = {
      what,
      figure: `${polls.toFixed(1)} polls, ${spread(bytes)} bytes`,
      ratio: `${whole(polls * MONTH_DAYS)} million requests, ${terabytes.toFixed(1)} TB, $${whole(bill.total)}`,
      met: null,
    };
    return what === PUBLISHED ? [row, billRow(bill), freeRow(polls)] : [row];
  });
}

function billRow({ requests, kvReads, cpu }: MonthlyBill): Row {
  const parts = `requests $${whole(requests)}, KV reads $${whole(kvReads)}, CPU $${whole(cpu)}, plan $${PRICES.paidPlanMonthly}`;
  return { what: "  its bill", figure: "", ratio: parts, met: null };
}

function freeRow(polls: number): Row {
  const subscribers = whole(PRICES.requests.freeDaily / polls);
  return { what: "  on the free plan", figure: "", ratio: `${subscribers} subscribers, $0`, met: null };
}
