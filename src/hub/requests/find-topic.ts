import { decodeMetadata } from "../../representation/decode-metadata.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";

/** Whether the site has a feed of that address, which is then how the feed calls itself. */
export type FoundTopic =
  | { readonly kind: "found"; readonly self: string }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Finds the feed that a topic is. A topic is exactly a feed's `self` (WebSub §5.1), however its
 * percent-encoding is spelled. `origin` is where the hub was asked, for feeds that do not say where they are.
 */
export async function findTopic(topic: string, origin: string, documents: KVNamespace): Promise<FoundTopic> {
  const unknown = (reason: string): FoundTopic => ({ kind: "unknown", reason: `hub.topic ${reason}` });
  const url = URL.parse(topic);
  const key = url && storageKeyOfPath(url.pathname);
  if (!url || key === null || !/^https?:$/.test(url.protocol)) return unknown("is not a URL of this site");
  const { value, metadata } = await documents.getWithMetadata(key, "stream");
  await value?.cancel();
  const document = decodeMetadata(metadata);
  if (document?.status !== 200 || document.kind !== "feed") return unknown("is not a feed of this site");
  const self = /^<([^>]*)>; *rel="self"/.exec(document.link ?? "")?.[1] ?? origin + key;
  const isSelf = url.origin === new URL(self).origin && self.endsWith(key) && url.search + url.hash === "";
  return isSelf ? { kind: "found", self } : unknown(`is not how this feed calls itself, which is ${self}`);
}
