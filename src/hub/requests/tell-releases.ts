import { storedRange } from "../../representation/codings.ts";
import type { HubSignature } from "../../representation/hub-message.ts";
import { HUB_ADDRESS } from "../../representation/hub-message.ts";
import { decodeReleases, RELEASES_KEY, topicsBetween } from "../../representation/releases.ts";
import { decodeMetadata } from "../../representation/representation.ts";
import { stateAt } from "../../representation/sealed-states.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { HubBindings } from "../objects/bindings.ts";
import { topicOf } from "../objects/bindings.ts";
import { logFault } from "../objects/log.ts";

/** A cron trigger comes once a minute. */
const MINUTE_SECONDS = 60;

/**
 * Gives subscribers the feeds that changed by themselves in the minute before `scheduledSeconds`, as a
 * publish does with those that it writes. What fails is made up for by the next publish. Never throws.
 */
export async function tellReleases(env: HubBindings, scheduledSeconds: number): Promise<void> {
  try {
    const note = decodeReleases((await env.DOCUMENTS.get(RELEASES_KEY, "text")) ?? "");
    if (note?.own == null) return;
    const { signature } = note.own;
    for (const topic of topicsBetween(note, scheduledSeconds - MINUTE_SECONDS, scheduledSeconds)) {
      await tellRelease(env, topic, signature, scheduledSeconds);
    }
  } catch (fault) {
    logFault("release", fault);
  }
}

async function tellRelease(
  env: HubBindings,
  topic: string,
  signature: HubSignature,
  now: number,
): Promise<void> {
  const { origin, pathname } = new URL(topic);
  const key = storageKeyOfPath(pathname);
  if (key === null) return;
  const { value, metadata: stored } = await env.DOCUMENTS.getWithMetadata(key, "arrayBuffer");
  const metadata = decodeMetadata(stored);
  const shown = value && metadata && stateAt(new Uint8Array(value), metadata, now);
  if (shown?.metadata.kind !== "feed") return;
  const { type, tag, lastModified: edition, link, stored: lengths } = shown.metadata;
  const part = (name: "gzip" | "identity" | "index") => {
    const range = storedRange(lengths, name);
    return range && shown.value.subarray(range.offset, range.offset + range.length);
  };
  const [gzip, index] = [part("gzip"), part("index") ?? new Uint8Array()];
  const body = part("identity") ?? (gzip ? await inflated(gzip) : new Uint8Array());
  const bytes = new Uint8Array(await new Blob([index, body]).arrayBuffer());
  const named = link ?? `<${topic}>; rel="self", <${origin}${HUB_ADDRESS}>; rel="hub"`;
  const message = { do: "publish", topic, type, tag, edition, link: named, signature } as const;
  await topicOf(env, topic).publish({ ...message, indexBytes: index.byteLength }, bytes);
}

async function inflated(gzip: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
