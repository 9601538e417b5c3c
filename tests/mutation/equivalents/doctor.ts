// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of code stand here as they are written.
import type { Equivalent } from "../mutant.ts";

/** Mutants of `doctor` that behave as the program does. */
export const DOCTOR_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "doctor/checks/content.ts",
    from: '({ published }) => (instantMs(format, published ?? "") ?? 0) > atMs + FARTHEST_AHEAD_MS,',
    to: '({ published }) => (instantMs(format, published ?? "Stryker was here!") ?? 0) > atMs + FARTHEST_AHEAD_MS,',
    because: "neither text is a date",
  },
  {
    file: "doctor/checks/delivery.ts",
    from: "const right: readonly string[] = isFeed(feed) ? RIGHT_TYPES[feed.format] : [];",
    to: 'const right: readonly string[] = isFeed(feed) ? RIGHT_TYPES[feed.format] : ["Stryker was here"];',
    because: "the list is only looked at where the document is a feed",
  },
  {
    file: "doctor/checks/delivery.ts",
    from: String.raw`field(coded, "Content-Encoding") !== null && !/accept-encoding|\*/i.test(field(coded, "Vary") ?? ""),`,
    to: String.raw`field(coded, "Content-Encoding") !== null && !/accept-encoding|\*/i.test(field(coded, "Vary") ?? "Stryker was here!"),`,
    because: "neither text names a coding or holds a star",
  },
  {
    file: "doctor/checks/delivery.ts",
    from: String.raw`const maxAge = Number(/max-age=(\d+)/.exec(field(plain, "Cache-Control") ?? "")?.[1] ?? Number.NaN);`,
    to: String.raw`const maxAge = Number(/max-age=(\d+)/.exec(field(plain, "Cache-Control") ?? "Stryker was here!")?.[1] ?? Number.NaN);`,
    because: "neither text holds a max-age",
  },
  {
    file: "doctor/checks/delivery.ts",
    from: '`its clock is ${Math.abs(minutes)} minutes ${minutes > 0 ? "ahead" : "behind"}`,',
    to: '`its clock is ${Math.abs(minutes)} minutes ${minutes >= 0 ? "ahead" : "behind"}`,',
    because: "a clock that is more than five minutes off is never no minutes off",
  },
  {
    file: "doctor/checks/reaching.ts",
    from: String.raw`.filter((exchange) => !/(^|,)\s*accept\s*(,|$)/i.test(field(exchange, "Vary") ?? ""))`,
    to: String.raw`.filter((exchange) => !/(^|,)\s*accept\s*(,|$)/i.test(field(exchange, "Vary") ?? "Stryker was here!"))`,
    because: "neither text names Accept",
  },
  {
    file: "doctor/checks/reaching.ts",
    from: ".map(({ asked, answer }) => `${asked.url} is redirected with ${answer?.status}, for now only`),",
    to: ".map(({ asked, answer }) => `${asked.url} is redirected with ${answer.status}, for now only`),",
    because: "an exchange without an answer was filtered out before",
  },
  {
    file: "doctor/checks/reaching.ts",
    from: 'isFeed(feed) ? "" : feed.reason,',
    to: 'isFeed(feed) ? "Stryker was here!" : feed.reason,',
    because: "the clause of a feed that could be read is not told",
  },
  {
    file: "doctor/checks/reaching.ts",
    from: 'return /<title>(Just a moment|Attention Required|Checking your browser)/i.test(bodyText(exchange) ?? "");',
    to: 'return /<title>(Just a moment|Attention Required|Checking your browser)/i.test(bodyText(exchange) ?? "Stryker was here!");',
    because: "neither text holds a title",
  },
  ...['(URL.parse(url)?.hostname ?? "Stryker was here!")', '(URL.parse(url).hostname ?? "")'].map((call) => ({
    file: "doctor/checks/reaching.ts",
    from: String.raw`return /^(localhost|127\.[\d.]+|\[::1\])$/.test(URL.parse(url)?.hostname ?? "");`,
    to: String.raw`return /^(localhost|127\.[\d.]+|\[::1\])$/.test${call};`,
    because: "it is only asked of what was read as a URL before",
  })),
  {
    file: "doctor/checks/validators.ts",
    from: "...when(at !== null && at > sentAt, `its Last-Modified ${text} lies after the answer's Date`),",
    to: "...when(true && at > sentAt, `its Last-Modified ${text} lies after the answer's Date`),",
    because: "null counts as 1970 in a comparison, and is never after a Date",
  },
];
