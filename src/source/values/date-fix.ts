import { isDay, readAnyForm } from "./dates.ts";

/** How to fix a date that cannot be read; a date of three numbers may mean two days, or none. */
export function dateFix(text: string): string {
  const plain = text.trim().replace(/^[“”„‘’]+|[“”„‘’]+$/g, "");
  if (plain !== text.trim() && isDay(plain)) return `write it as ${plain}, without curly quotation marks`;
  const readings = [...new Set(numberReadings(plain))].filter(isDay);
  if (readings.length > 1) return `write it as ${readings.join(" or ")}, whichever day is meant`;
  if (readings.length === 1) return `write it as ${readings[0]}`;
  const isDated = THREE_NUMBERS.test(plain) || readAnyForm(plain) !== null;
  return isDated ? `there is no such day or time; ${EXAMPLE}` : EXAMPLE;
}

const EXAMPLE = "write it as 2024-05-01 or 2024-05-01T09:00:00Z";

const THREE_NUMBERS = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})\b/;

/** The days that a date of three numbers may mean: a year of four digits stands first or last. */
function numberReadings(text: string): string[] {
  const [, first = "", second = "", third = ""] = THREE_NUMBERS.exec(text) ?? [];
  const [a, b, c] = [first, second, third].map((part) => part.padStart(2, "0"));
  if (first.length === 4) return [`${a}-${b}-${c}`];
  return third.length === 4 ? [`${c}-${b}-${a}`, `${c}-${a}-${b}`] : [];
}
