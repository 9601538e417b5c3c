import { askCallback } from "../callback/ask-callback.ts";
import { withHubQuery } from "../callback/callback-query.ts";
import { isLoopbackHost } from "../callback/callback-rules.ts";
import { isPublicName } from "../callback/resolve-host.ts";
import { tellDenial } from "../callback/tell-denial.ts";
import type { Admission, HubBindings } from "../objects/bindings.ts";
import { topicOf } from "../objects/bindings.ts";
import { log, logFault } from "../objects/log.ts";
import type { SubscriptionRequest } from "./subscription-request.ts";

/** How often a Durable Object that stopped is asked again. */
const TRIES = 3;

/**
 * Asks the subscriber once whether it meant it (WebSub §5.3), and does what was asked if so. Until then
 * nothing is kept: what is not confirmed leaves no trace. Whether it was confirmed. Never throws.
 */
export async function confirm(
  request: SubscriptionRequest,
  self: string,
  env: HubBindings,
): Promise<boolean> {
  const { mode, callback, host, topic, leaseSeconds, secret } = request;
  const facts = { mode, topic: self, host };
  // The lease is counted from the request on that names it (WebSub §5.3).
  const at = Date.now();
  try {
    if (!isLoopbackHost(host) && !(await isPublicName(host))) {
      log("refused", { ...facts, reason: "the host is not on the public internet" });
      return false;
    }
    if (!(await meantIt(request))) {
      log("unconfirmed", facts);
      return false;
    }
    const expires = at + leaseSeconds * 1000;
    const admission = await persistently(async (): Promise<Admission> => {
      const object = topicOf(env, self);
      if (mode === "subscribe") return object.subscribe(self, { callback, secret, expires, at });
      await object.unsubscribe({ callback, at });
      return { kind: "done" };
    });
    if (admission.kind === "denied") await tellDenial(callback, topic, admission.reason);
    log(admission.kind === "denied" ? "denied" : "confirmed", facts);
    return true;
  } catch (fault) {
    logFault("confirm", fault, facts);
    return false;
  }
}

/** Whether the callback gives back a challenge of chance, and nothing else. */
async function meantIt({ mode, callback, topic, leaseSeconds }: SubscriptionRequest): Promise<boolean> {
  const challenge = crypto.randomUUID();
  const query = {
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.challenge": challenge,
    ...(mode === "subscribe" && { "hub.lease_seconds": String(leaseSeconds) }),
  };
  const answer = await askCallback(withHubQuery(callback, query), { method: "GET" }, challenge.length);
  return answer.kind === "answered" && isSuccess(answer.status) && answer.body === challenge;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (fault) {
      if (attempt === TRIES) throw fault;
    }
  }
}
