import type { Article } from "../../article/article.ts";
import { dayAddress } from "../../representation/part-addresses.ts";
import type { YearOfArticles } from "./date-archive.ts";
import { DatedArticles } from "./date-archive.ts";

/** A page of a month that is too large for one: a day, or a part of a day that is too large itself. */
export class DayPart extends DatedArticles {
  /** From 1. */
  readonly day: number;
  /** From 1, the oldest; null for the newest part of a day, which most days are whole. */
  readonly part: number | null;
  readonly address: string;

  constructor(month: DatedArticles, day: number, part: number | null, ordinals: readonly number[]) {
    super(month, ordinals, month.all);
    this.day = day;
    this.part = part;
    this.address = dayAddress(month.year, month.month, day, part);
  }
}

/** A month, and its days where it is too large for one page. */
export class DividedMonth extends DatedArticles {
  readonly days: readonly DayPart[] | null;

  constructor(month: DatedArticles, dayOf: (instant: number) => number) {
    super(month, month.ordinals, month.all);
    this.days = dayParts(month, dayOf);
  }
}

/** A year of such months. */
export interface DividedYear extends YearOfArticles {
  readonly months: readonly DividedMonth[];
}

/** So much may the headlines of a page weigh: with all that is around them it stays below 100 kB. */
const MOST_BYTES = 75_000;

/** What the markup around a headline weighs. */
const AROUND_BYTES = 110;

/** The days of a month, newest first, where its headlines are too many for one page; else null. */
export function dayParts(
  month: DatedArticles,
  dayOf: (instant: number) => number,
): readonly DayPart[] | null {
  const { ordinals, all } = month;
  const fitting = fittingIn(all.of);
  if (fitting(ordinals) === ordinals.length) return null;
  const days = Map.groupBy(ordinals, (ordinal) => dayOf(all.of.published(ordinal)));
  return [...days].flatMap(([day, some]) => partsOf(month, day, some, fitting));
}

/** The first articles of a list that fit on one page, in the order of the list. */
export function firstFitting(articles: readonly Article[]): readonly Article[] {
  const weights = articles.map(({ address, title, section }) => weightOf(address, title, section));
  return articles.slice(0, countFitting(weights));
}

type Fitting = (ordinals: readonly number[]) => number;

/** Parts are filled from the oldest on, so that a new article changes the newest alone. */
function partsOf(
  month: DatedArticles,
  day: number,
  ordinals: readonly number[],
  fitting: Fitting,
): readonly DayPart[] {
  const parts: (readonly number[])[] = [];
  let rest = ordinals.toReversed();
  while (rest.length > 0) {
    const count = Math.max(1, fitting(rest));
    parts.push(rest.slice(0, count).toReversed());
    rest = rest.slice(count);
  }
  return parts
    .map((some, at) => new DayPart(month, day, at === parts.length - 1 ? null : at + 1, some))
    .toReversed();
}

/** Tells how many of some articles fit on one page, the first ones. */
function fittingIn({ address, title, section }: DatedArticles["all"]["of"]): Fitting {
  return (ordinals) =>
    countFitting(ordinals.values().map((one) => weightOf(address(one), title(one), section(one))));
}

function countFitting(weights: Iterable<number>): number {
  let bytes = 0;
  let count = 0;
  for (const weight of weights) {
    bytes += weight;
    if (bytes > MOST_BYTES) break;
    count += 1;
  }
  return count;
}

function weightOf(address: string, title: string, section: string | null): number {
  return AROUND_BYTES + address.length + Buffer.byteLength(title) + Buffer.byteLength(section ?? "");
}
