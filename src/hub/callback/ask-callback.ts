import { joinedBytes } from "../../representation/joined-bytes.ts";

/** How long a callback is given. */
export const CALLBACK_TIMEOUT_MS = 5000;

/** What came of a request to a callback. */
export type CallbackAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly body: string }
  | { readonly kind: "unreached"; readonly reason: string };

/**
 * Asks a callback; follows no redirect, waits five seconds, and reads at most `bodyBytes` of what it
 * answers: one byte more gives no body. Never throws.
 */
export async function askCallback(
  url: string,
  init: RequestInit,
  bodyBytes: number,
): Promise<CallbackAnswer> {
  const signal = AbortSignal.timeout(CALLBACK_TIMEOUT_MS);
  try {
    const answer = await fetch(url, { ...init, redirect: "manual", signal });
    const body = bodyBytes === 0 ? "" : await textWithin(answer.body, bodyBytes);
    // What is left is not waited for.
    if (bodyBytes === 0) answer.body?.cancel().catch(() => undefined);
    return { kind: "answered", status: answer.status, body };
  } catch (fault) {
    const reason = signal.aborted ? `no answer in ${CALLBACK_TIMEOUT_MS / 1000} seconds` : reasonOf(fault);
    return { kind: "unreached", reason };
  }
}

function reasonOf(fault: unknown): string {
  return `the connection failed (${(fault instanceof Error ? fault.message : String(fault)).slice(0, 100)})`;
}

/** A body as text; empty where it is longer than that. */
async function textWithin(body: ReadableStream<Uint8Array> | null, mostBytes: number): Promise<string> {
  return new TextDecoder().decode((await bytesWithin(body, mostBytes)) ?? new Uint8Array());
}

/** The bytes of a body; null where there are more than that, and then the rest is not read. */
export async function bytesWithin(
  body: ReadableStream<Uint8Array> | null,
  mostBytes: number,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return joinedBytes(chunks);
}
