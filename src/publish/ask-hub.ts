import { createHmac } from "node:crypto";
import type { HubMessage } from "../representation/hub-message.ts";
import { encodeHubMessage, HUB_SIGNATURE_FIELD } from "../representation/hub-message.ts";

/** A site's own hub, and the secret by which it knows its publisher. */
export interface OwnHub {
  /** Where it is asked, which is not always what feeds call it. */
  readonly url: string;
  readonly secret: string;
}

/** A hub that does not answer, or refuses. The message goes on in a sentence. */
export class HubError extends Error {
  override readonly name = "HubError";
}

/** How long a hub is given, in milliseconds. */
const ANSWER_MS = 30_000;

/** Tells a site's own hub something, signed. Throws `HubError` where it does not take it. */
export async function askHub<T>(
  { url, secret }: OwnHub,
  message: HubMessage,
  ...parts: readonly Uint8Array[]
): Promise<T> {
  const body = encodeHubMessage(message, ...parts);
  const time = Math.floor(Date.now() / 1000);
  const hex = createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex");
  const answer = await ask(url, body, `t=${time},sha256=${hex}`);
  const said = await answer.text();
  if (!answer.ok) throw new HubError(refusalOf(answer.status, said));
  try {
    return JSON.parse(said) as T;
  } catch (cause) {
    throw new HubError("something else answers there", { cause });
  }
}

async function ask(url: string, body: Uint8Array<ArrayBuffer>, signature: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", [HUB_SIGNATURE_FIELD]: signature },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch (cause) {
    const late = cause instanceof Error && cause.name === "TimeoutError";
    throw new HubError(late ? `no answer in ${ANSWER_MS / 1000} seconds` : "it cannot be reached", { cause });
  }
}

/** The edge answers where no hub is bound. */
function refusalOf(status: number, said: string): string {
  if (status === 404 || status === 405) return "the worker there has no hub; run deploy";
  const [sentence = ""] = said.slice(0, 200).split("\n");
  return `HTTP ${status}${/^[\x20-\x7E]+$/.test(sentence) ? `: ${sentence.replace(/\.$/, "")}` : ""}`;
}
