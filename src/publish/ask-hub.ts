import { createHmac } from "node:crypto";
import type { HubMessage } from "../representation/hub-message.ts";
import { encodeHubMessage, HUB_SIGNATURE_FIELD } from "../representation/hub-message.ts";

/** A site's own hub, and the secret by which it knows its publisher. */
export interface OwnHub {
  /** Where it is asked, which is not always what feeds call it. */
  readonly url: string;
  readonly secret: string;
  /** How long it is given, in milliseconds; half a minute where nothing is said. */
  readonly answerMs?: number;
}

/** A hub that does not answer, or refuses. The message goes on in a sentence. */
export class HubError extends Error {
  override readonly name = "HubError";
}

const ANSWER_MS = 30_000;

/** Tells a site's own hub something, signed. Throws `HubError` where it does not take it. */
export async function askHub<T>(
  hub: OwnHub,
  message: HubMessage,
  ...parts: readonly Uint8Array[]
): Promise<T> {
  const body = encodeHubMessage(message, ...parts);
  const time = Math.floor(Date.now() / 1000);
  const hex = createHmac("sha256", hub.secret).update(`${time}.`).update(body).digest("hex");
  const { ok, status, said } = await ask(hub, body, `t=${time},sha256=${hex}`);
  if (!ok) throw new HubError(refusalOf(status, said));
  try {
    return JSON.parse(said) as T;
  } catch (cause) {
    throw new HubError("something else answers there", { cause });
  }
}

async function ask(
  { url, answerMs = ANSWER_MS }: OwnHub,
  body: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<{ readonly ok: boolean; readonly status: number; readonly said: string }> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", [HUB_SIGNATURE_FIELD]: signature },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(answerMs),
    });
    return { ok: answer.ok, status: answer.status, said: await answer.text() };
  } catch (cause) {
    const late = cause instanceof Error && cause.name === "TimeoutError";
    throw new HubError(late ? `no answer in ${answerMs / 1000} seconds` : "it cannot be reached", { cause });
  }
}

/** The edge answers where no hub is bound. */
function refusalOf(status: number, said: string): string {
  if (status === 404 || status === 405) return "the worker there has no hub; run deploy";
  const [sentence = ""] = said.slice(0, 200).split("\n");
  return `HTTP ${status}${/^[\x20-\x7E]+$/.test(sentence) ? `: ${sentence.replace(/\.$/, "")}` : ""}`;
}
