import type { Exchange } from "../visit/exchange.ts";
import { field, httpDateMs } from "../visit/exchange.ts";
import type { MetFeed, Visit } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Beyond that it is no longer the way of the answer. */
const LARGEST_CLOCK_ERROR_MS = 10_000;

/** Whether news, and what is released at a second, shows when it should. */
export const TIMELINESS_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "clock",
    severity: "warning",
    fix: "Set the server's clock, and send Date (RFC 9110 §6.6.1): what is released by the clock shows early or late.",
    find: ({ plain }) => {
      const date = httpDateMs(field(plain, "Date"));
      if (date === null) return ["it has no Date that can be read"];
      // What a cache kept was dated when it was made (RFC 9111 §4.2.3); some date it anew.
      const anew = date - plain.atMs;
      const kept = anew + ageOf(plain) * 1000;
      const aheadMs = Math.abs(kept) < Math.abs(anew) ? kept : anew;
      const seconds = Math.round(Math.abs(aheadMs) / 1000);
      const span = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
      return when(
        Math.abs(aheadMs) > LARGEST_CLOCK_ERROR_MS,
        `its clock is ${span} ${aheadMs > 0 ? "ahead" : "behind"}`,
      );
    },
  },
  {
    name: "stale-cache",
    severity: "warning",
    fix: "Have caches in front of the site keep to max-age: news and releases come late through this one.",
    find: ({ plain }) => {
      const life = lifeOf(plain);
      const over = ageOf(plain) - life;
      return when(
        over > 0,
        `a cache answers with what is ${ageOf(plain)} seconds old, though its life is ${life} seconds`,
      );
    },
  },
];

/** What a site says where nothing is. */
export const ABSENCE_CHECKS: readonly Check<Visit>[] = [
  {
    name: "cached-404",
    severity: "warning",
    fix: "Send max-age=0 with 404: who asks a moment too early is told for so long that nothing is there.",
    find: ({ absent }) => {
      const missing = absent.filter(({ answer }) => answer?.status === 404);
      const life = Math.max(0, ...missing.map(lifeOf).filter(Number.isFinite));
      const age = Math.max(0, ...missing.map(ageOf));
      return [
        ...when(life > 0, `its answer 404 may be kept for ${life} seconds`),
        ...when(
          life === 0 && age > 0,
          `a cache keeps its answer 404: this one is ${age} ${age === 1 ? "second" : "seconds"} old`,
        ),
      ];
    },
  },
];

/** Seconds that an answer has been kept by caches (RFC 9111 §5.1). */
function ageOf(exchange: Exchange): number {
  const age = /^\d{1,9}$/.exec(field(exchange, "Age") ?? "")?.[0];
  return age === undefined ? 0 : Number(age);
}

/** Seconds that a shared cache may answer with it, stale or not; infinite where nothing is said (RFC 9111 §5.2.2, RFC 5861 §3). */
function lifeOf(exchange: Exchange): number {
  const policy = field(exchange, "Cache-Control") ?? "";
  const secondsOf = (name: string) => {
    const found = new RegExp(`(?:^|[\\s,])${name}="?(\\d{1,9})`, "i").exec(policy)?.[1];
    return found === undefined ? null : Number(found);
  };
  const fresh = secondsOf("s-maxage") ?? secondsOf("max-age");
  return fresh === null ? Infinity : fresh + (secondsOf("stale-while-revalidate") ?? 0);
}
