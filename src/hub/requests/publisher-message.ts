import type { HubMessage } from "../../representation/hub-message.ts";
import { HUB_MESSAGE_SECONDS } from "../../representation/hub-message.ts";
import { joinedBytes } from "../../representation/joined-bytes.ts";

/** A message, and the bytes that follow it. */
export interface ReadMessage {
  readonly message: HubMessage;
  readonly bytes: Uint8Array;
}

/**
 * Reads what the publisher's tools sent. Null where it is not signed with the site's secret, or was long
 * ago: whoever overheard it cannot say it again for ever.
 */
export async function readMessage(
  sent: Uint8Array,
  signature: string,
  secret: string,
  nowSeconds: number,
): Promise<ReadMessage | null> {
  const [, time = "", hex = ""] = /^t=(\d{1,12}),sha256=([\da-f]{64})$/.exec(signature) ?? [];
  if (time === "" || Math.abs(nowSeconds - Number(time)) > HUB_MESSAGE_SECONDS) return null;
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["verify"]);
  const signed = joinedBytes([encoder.encode(`${time}.`), sent]);
  if (!(await crypto.subtle.verify("HMAC", key, Uint8Array.fromHex(hex), signed))) return null;
  const end = sent.indexOf(NEWLINE);
  // Who has the secret speaks this language.
  const message = JSON.parse(new TextDecoder().decode(sent.subarray(0, end))) as HubMessage;
  return { message, bytes: sent.subarray(end + 1) };
}

const NEWLINE = 10;
