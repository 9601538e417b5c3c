import type { EpochSeconds } from "../../article/values.ts";
import { parseDate } from "../../source/values/dates.ts";

/** Zones by the names that RFC 822 §5 and others give them. */
const ZONES: Readonly<Record<string, string>> = {
  Z: "+0000",
  UT: "+0000",
  GMT: "+0000",
  UTC: "+0000",
  BST: "+0100",
  CET: "+0100",
  CEST: "+0200",
  EST: "-0500",
  EDT: "-0400",
  CST: "-0600",
  CDT: "-0500",
  MST: "-0700",
  MDT: "-0600",
  PST: "-0800",
  PDT: "-0700",
};

/** Before it there was no feed, and a date says only that nobody set it. */
const EARLIEST = Date.UTC(1970, 0, 2) / 1000;

/** Reads a date as feeds have it in practice, to the second; null where it is none. */
export function feedDate(text: string | null): EpochSeconds | null {
  if (text === null) return null;
  const plain = text
    .trim()
    .replace(/^[A-Za-z]{2,9}\.?,?\s+(?=\d)/, "")
    .replace(/\s+([A-Z]{1,4})$/, (whole, zone: string) => (ZONES[zone] ? ` ${ZONES[zone]}` : whole))
    .replace(
      /^(\d{1,2})[\s-]([A-Za-z]+)[\s-](\d{2})(?=\s)/,
      (_whole, day, month, year: string) => `${day} ${month} ${Number(year) < 70 ? "20" : "19"}${year}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(Z|[+-]\d)/, "$1T$2:00$3")
    .replace(/([+-]\d{2})$/, (_whole, hours: string) => (plainHasTime(text) ? `${hours}00` : hours));
  const at = parseDate(plain, "UTC");
  return at === null || at < EARLIEST ? null : at;
}

function plainHasTime(text: string): boolean {
  return /\d:\d\d.*[+-]\d{2}\s*$/.test(text);
}
