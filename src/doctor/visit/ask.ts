import type { IncomingMessage } from "node:http";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { openBudget } from "./budget.ts";
import type { Answer, Asked, Exchange, Fault } from "./exchange.ts";
import { FaultError } from "./fault-error.ts";
import type { Guard, Resolve } from "./guarded-lookup.ts";
import { openGuard, resolveName } from "./guarded-lookup.ts";
import type { Limits } from "./limits.ts";
import { LIMITS, span } from "./limits.ts";
import { readBody, withoutCoding } from "./read-body.ts";

/** Asks one thing and records what came of it. Never throws. */
export type Ask = (asked: Asked) => Promise<Exchange>;

/** What every request says of itself: readers are known by such a name, and challenged by it. */
const READER = { "User-Agent": "FeedwrightDoctor/1.0 (feed reader)", Accept: "*/*" };

const SEND = { "http:": requestHttp, "https:": requestHttps } as const;

/**
 * Opens the network for one visit, which begins at the host that is asked first: follows nothing,
 * keeps no cookies, goes no further than `limits`.
 */
export function openNetwork({
  limits = LIMITS,
  resolve = resolveName,
  mayBePrivate = true,
}: {
  readonly limits?: Limits;
  readonly resolve?: Resolve;
  readonly mayBePrivate?: boolean;
} = {}): Ask {
  const guard = openGuard(resolve, { mayBePrivate });
  const budget = openBudget(limits);
  return async (asked) => {
    const spent = budget.spent();
    if (spent !== null) return ended(asked, null, { kind: "spent", what: spent });
    const signal = AbortSignal.timeout(limits.exchangeMs);
    try {
      const answer = await answerTo(asked, guard, limits.bodyBytes, signal);
      budget.took(answer);
      return ended(asked, answer, null);
    } catch (cause) {
      const fault = signal.aborted ? slow(limits) : faultOf(cause);
      budget.failed(fault);
      return ended(asked, null, fault);
    }
  };
}

async function answerTo(asked: Asked, guard: Guard, mostBytes: number, signal: AbortSignal): Promise<Answer> {
  const response = await responseTo(asked, guard, signal);
  const fields = Object.entries(response.headersDistinct);
  const headers = new Map(fields.map(([name, values = []]) => [name, values.join(", ")]));
  const sent = await readBody(response, mostBytes);
  const body = withoutCoding(sent, headers.get("content-encoding") ?? "identity", mostBytes);
  return { status: response.statusCode ?? 0, headers, sentBytes: sent.byteLength, body };
}

function responseTo({ method, url, headers, body }: Asked, guard: Guard, signal: AbortSignal) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const target = URL.parse(url);
    if (target === null) throw new FaultError({ kind: "broken", what: "it is not a URL" });
    const send = SEND[target.protocol as keyof typeof SEND];
    if (send === undefined) {
      throw new FaultError({
        kind: "scheme",
        what: "it is not at http: or https:, so it was not asked for",
      });
    }
    guard.admitHost(target.hostname);
    const options = { method, headers: { ...READER, ...headers }, lookup: guard.lookup, signal };
    const request = send(target, options, resolve);
    request.on("error", reject);
    // A server that switches to another protocol ends the request without a word.
    request.on("close", () => reject(new Error("")));
    request.end(body);
  });
}

function ended(asked: Asked, answer: Answer | null, fault: Fault | null): Exchange {
  return { asked, answer, fault, atMs: Date.now() };
}

function slow({ exchangeMs }: Limits): Fault {
  return { kind: "time", what: `it took longer than ${span(exchangeMs)}` };
}

function faultOf(cause: unknown): Fault {
  return cause instanceof FaultError ? cause.fault : { kind: "broken", what: wordsOf(cause) };
}

/** A connection that was tried at several addresses failed at each: the first stands for all. */
function wordsOf(cause: unknown): string {
  if (cause instanceof AggregateError) return wordsOf(cause.errors[0]);
  const words = cause instanceof Error ? cause.message : String(cause);
  if (words === "aborted") return "the connection broke off in the middle of the answer";
  return words === "" || words === "socket hang up" ? "the connection broke off" : words;
}
