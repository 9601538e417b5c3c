import type { CallbackRule } from "../callback/callback-rules.ts";

/** How long a subscription lasts, in seconds (WebSub §8.2: ten days are a good default). */
export const LEASE = { least: 300, most: 864_000 } as const;

/** `hub.secret` is shorter, in bytes (WebSub §5.1). */
const SECRET_BYTES = 200;

/** What a subscriber asks for (WebSub §5.1). */
export interface SubscriptionRequest {
  readonly mode: "subscribe" | "unsubscribe";
  readonly callback: string;
  readonly host: string;
  /** As it was given. */
  readonly topic: string;
  readonly leaseSeconds: number;
  readonly secret: string | null;
}

/** What a form comes to. */
export type FormReading =
  | { readonly kind: "request"; readonly request: SubscriptionRequest }
  /** Somebody tells that a topic has changed. The publisher's own tools say so in another way. */
  | { readonly kind: "ping" }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads the form of a request. What is not known is passed over (WebSub §5.1); what is said twice is
 * refused, since nobody can tell what was meant. The topic is still to be found.
 */
export function readForm(form: URLSearchParams, judge: (callback: string) => CallbackRule): FormReading {
  const twice = KNOWN.find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) return refused(`${twice} is given more than once`);
  const mode = form.get("hub.mode");
  if (mode === null) return refused("hub.mode is missing; write subscribe or unsubscribe");
  if (mode === "publish") return { kind: "ping" };
  if (mode !== "subscribe" && mode !== "unsubscribe")
    return refused("hub.mode is neither subscribe nor unsubscribe");
  const topic = form.get("hub.topic");
  if (!topic) return refused("hub.topic is missing; it is the address that the feed calls its self");
  const callback = form.get("hub.callback");
  if (!callback) return refused("hub.callback is missing");
  const rule = judge(callback);
  if (rule.kind === "refused") return refused(`hub.callback cannot be used: ${rule.reason}`);
  const secret = form.get("hub.secret") || null;
  if (secret !== null && new TextEncoder().encode(secret).byteLength >= SECRET_BYTES)
    return refused(`hub.secret has ${SECRET_BYTES} bytes or more`);
  const lease = form.get("hub.lease_seconds") || null;
  // Of the end of a subscription it says nothing (WebSub §5.1).
  if (mode === "subscribe" && lease !== null && !/^0*[1-9]\d*$/.test(lease))
    return refused("hub.lease_seconds is no positive whole number");
  const leaseSeconds = Math.min(Math.max(Number(lease ?? LEASE.most), LEASE.least), LEASE.most);
  const { href, hostname } = rule.url;
  return { kind: "request", request: { mode, callback: href, host: hostname, topic, leaseSeconds, secret } };
}

const KNOWN = ["hub.mode", "hub.topic", "hub.callback", "hub.secret", "hub.lease_seconds"] as const;

function refused(reason: string): FormReading {
  return { kind: "refused", reason };
}
