const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH = `(${MONTHS.join("|")})`;
const TIME = "(\\d{2}):(\\d{2}):(\\d{2})";
const IMF_FIXDATE = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{2}) ${MONTH} (\\d{4}) ${TIME} GMT$`);
const RFC_850 = new RegExp(
  `^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\\d{2})-${MONTH}-(\\d{2}) ${TIME} GMT$`,
);
const ASCTIME = new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} ([ \\d]\\d) ${TIME} (\\d{4})$`);

/** Reads the three forms of an HTTP-date (RFC 9110 §5.6.7) as whole seconds; null for all else. */
export function parseHttpDate(text: string): number | null {
  const imf = IMF_FIXDATE.exec(text);
  if (imf) return secondsOf(imf[3], imf[2], imf[1], imf.slice(4));
  const rfc850 = RFC_850.exec(text);
  if (rfc850) return secondsOf(centuryOf(rfc850[3]), rfc850[2], rfc850[1], rfc850.slice(4));
  const asctime = ASCTIME.exec(text);
  return asctime ? secondsOf(asctime[6], asctime[1], asctime[2], asctime.slice(3, 6)) : null;
}

/** A two-digit year; one that would lie more than 50 years ahead is of the century before. */
function centuryOf(year = ""): string {
  const now = new Date().getUTCFullYear();
  const full = Math.floor(now / 100) * 100 + Number(year);
  return String(full > now + 50 ? full - 100 : full);
}

function secondsOf(year = "", month = "", day = "", time: readonly string[] = []): number | null {
  const [hour = 0, minute = 0, second = 0] = time.map(Number);
  const monthIndex = MONTHS.indexOf(month);
  const date = new Date(Date.UTC(Number(year), monthIndex, Number(day), hour, minute, second));
  const exists = date.getUTCMonth() === monthIndex && date.getUTCDate() === Number(day);
  return exists && hour < 24 && minute < 60 && second <= 60 ? date.getTime() / 1000 : null;
}

/** Writes whole seconds since 1970 as IMF-fixdate. */
export function httpDate(seconds: number): string {
  return new Date(seconds * 1000).toUTCString();
}
