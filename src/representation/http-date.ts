/** `Sunday, 06-Nov-94 08:49:37 GMT`, obsolete but to be read (RFC 9110 §5.6.7). */
const RFC_850 = /^(\w{3})\w*day, (\d\d)-(\w{3})-(\d\d) (.*)$/;
/** `Sun Nov  6 08:49:37 1994`, obsolete but to be read (RFC 9110 §5.6.7). */
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) (\S*) (\d{4})$/;

/**
 * Reads the three forms of an HTTP-date (RFC 9110 §5.6.7) as whole seconds; null for all else. Strict:
 * what is read must be what would be written, so that `Date.parse` cannot take other forms, nor days
 * that do not exist. `nowSeconds` is seconds since 1970.
 */
export function parseHttpDate(text: string, nowSeconds: number): number | null {
  const fixdate = text
    .replace(
      RFC_850,
      (_, day, date, month, year, time) => `${day}, ${date} ${month} ${fullYear(year, nowSeconds)} ${time}`,
    )
    .replace(
      ASCTIME,
      (_, day, month, date, time, year) => `${day}, ${date.replace(" ", "0")} ${month} ${year} ${time} GMT`,
    );
  const seconds = Date.parse(fixdate) / 1000;
  return httpDate(seconds) === fixdate && !Number.isNaN(seconds) ? seconds : null;
}

/** A two-digit year; one that would lie more than 50 years ahead is of the century before. */
function fullYear(twoDigits: string, nowSeconds: number): number {
  const now = new Date(nowSeconds * 1000).getUTCFullYear();
  const year = now - (now % 100) + Number(twoDigits);
  return year > now + 50 ? year - 100 : year;
}

let lastSeconds: number | undefined;
let lastDate = "";

/** Writes whole seconds since 1970 as IMF-fixdate. Many answers go out in one second: its text is kept. */
export function httpDate(seconds: number): string {
  if (seconds !== lastSeconds) {
    lastSeconds = seconds;
    lastDate = new Date(seconds * 1000).toUTCString();
  }
  return lastDate;
}
