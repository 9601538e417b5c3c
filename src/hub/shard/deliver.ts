import { askCallback } from "../callback/ask-callback.ts";
import type { Distribution } from "./distribution.ts";
import type { Outcome, Recipient } from "./recipient.ts";

/** Sends an edition to a subscriber: 2xx is a success, all but 410 a failure, redirects too (WebSub §7). Never throws. */
export async function deliver(to: Recipient, distribution: Distribution): Promise<Outcome> {
  const body = distribution.bodyFor(to.had, Math.floor(Date.now() / 1000));
  const answer = await askCallback(to.callback, await distribution.request(to.secret, body), 0);
  if (answer.kind === "unreached") return { kind: "failed", to, reason: answer.reason };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: "delivered", to };
  return status === 410 ? { kind: "gone", to } : { kind: "failed", to, reason: `it answered ${status}` };
}
