import type { Ask } from "./ask.ts";
import type { Asked, Exchange } from "./exchange.ts";
import { field } from "./exchange.ts";

const MOST_REDIRECTS = 5;

/** As much of a body as is kept once it was read: it tells a challenge. */
const KEPT_BYTES = 16_384;

/** An exchange with the beginning of its body alone: a visit meets more bodies than memory holds. */
export function brief(exchange: Exchange): Exchange {
  const { answer } = exchange;
  if (answer === null || answer.body === null) return exchange;
  return { ...exchange, answer: { ...answer, body: Uint8Array.from(answer.body.subarray(0, KEPT_BYTES)) } };
}

/** Asks, and asks again where it is told to, so many times at most. */
export async function follow(
  asked: Asked,
  ask: Ask,
): Promise<{ readonly exchange: Exchange; readonly redirects: Exchange[] }> {
  const redirects: Exchange[] = [];
  let exchange = await ask(asked);
  while (redirects.length < MOST_REDIRECTS) {
    const location = field(exchange, "Location");
    const { status = 0 } = exchange.answer ?? {};
    const next = location === null ? null : URL.parse(location, exchange.asked.url);
    if (![301, 302, 303, 307, 308].includes(status) || next === null) break;
    redirects.push(exchange);
    exchange = await ask({ ...asked, url: next.href });
  }
  return { exchange, redirects };
}
