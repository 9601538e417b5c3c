import { hash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Media } from "../../src/article/media.ts";
import { contentPath } from "../../src/article/values.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import type { Plan } from "../../src/publish/plan.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import { readState, stateAsOf } from "../../src/publish/stored-ledger.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { isArticlePath } from "../../src/source/parse-article.ts";
import type { Store } from "../../src/store/store.ts";
import { siteWith, sourcesOf } from "../bake/small-site.ts";
import { SITE_TOML } from "../content-folder.ts";

/** A content folder that needs no disk: text by path. What ends in `.png` is a media file. */
export type Files = Readonly<Record<string, string>>;

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;
export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** Bakes files with what a store remembers. */
export function bakeFiles(files: Files, state: PublishedState, now: number): BakedSite {
  return bakeSite(inputOf(files, state, now));
}

/** What a bake of files depends on. */
export function inputOf(files: Files, state: PublishedState, now: number): BakeInput {
  const site = siteWith("", files["site.toml"] ?? SITE_TOML);
  const articles = Object.entries(files).filter(([path]) => isArticlePath(path));
  return {
    site,
    sources: sourcesOf(Object.fromEntries(articles.sort(([a], [b]) => (a < b ? -1 : 1))), site),
    media: Object.entries(files)
      .filter(([path]) => path.endsWith(".png"))
      .map(([path, text]) => mediaOf(path, Buffer.from(text))),
    stylesheet: "p { margin: 0 }",
    textStylesheet: "math { margin: 0 }",
    feedStylesheet: "item { display: block }",
    ledger: state.ledger,
    now,
    clock: () => 0,
  };
}

/** A media file; what its bytes show plays no part here. */
function mediaOf(path: string, bytes: Uint8Array): Media {
  const sha256 = hash("sha256", bytes, "hex");
  return {
    path: pathOf(path),
    address: `/media/${sha256.slice(0, 20)}.png`,
    type: "image/png",
    sizeBytes: bytes.byteLength,
    sha256,
    width: null,
    height: null,
    read: () => bytes,
  };
}

/** What a store remembers, as this machine would read it for the first time. */
export function stateOf(store: Store): Promise<PublishedState> {
  return readState(store, { newestEdition: 0, pausesMs: [] });
}

/** Bakes and publishes; gives what was baked, and the plan that was carried out. */
export async function publishFiles(
  files: Files,
  store: Store,
  now: number,
  maxWrites = Infinity,
): Promise<{ readonly site: BakedSite; readonly plan: Plan }> {
  const state = stateAsOf(await stateOf(store), now);
  const site = bakeFiles(files, state, now);
  const plan = planPublish(site, state, maxWrites);
  await publish(plan, state, store);
  return { site, plan };
}

/** A document as it lies in a store. */
export interface StoredDocument {
  readonly metadata: RepresentationMetadata;
  readonly body: string;
}

/** Reads a document; null where there is none. */
export async function documentAt(store: Store, key: string): Promise<StoredDocument | null> {
  const stored = await store.get(key as StorageKey);
  const metadata = decodeMetadata(stored?.metadata);
  if (stored === null || metadata === null) return null;
  const { gzip, brotli, identity } = metadata.stored;
  const body =
    gzip > 0
      ? gunzipSync(stored.value.subarray(0, gzip))
      : Buffer.from(stored.value.subarray(gzip + brotli, gzip + brotli + identity));
  return { metadata, body: body.toString() };
}

/** Every document of a store by key, but for the publisher's own. */
export async function documentsIn(store: Store): Promise<Map<string, StoredDocument>> {
  const documents = new Map<string, StoredDocument>();
  for await (const { key } of store.list()) {
    const document = await documentAt(store, key);
    if (document) documents.set(key, document);
  }
  return documents;
}

/** Keys of a store that are no document: the ledger, a journal, and what others keep there. */
export async function otherKeys(store: Store): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key, metadata } of store.list()) if (decodeMetadata(metadata) === null) keys.push(key);
  return keys;
}

/** Article URLs that the feeds in a store name and that no page answers. */
export async function brokenLinks(store: Store): Promise<string[]> {
  const documents = await documentsIn(store);
  const broken: string[] = [];
  for (const [key, { metadata, body }] of documents) {
    if (metadata.kind !== "feed") continue;
    for (const address of articleAddresses(body)) {
      if (documents.get(address)?.metadata.status !== 200) broken.push(`${key} names ${address}`);
    }
  }
  return broken;
}

/** Addresses of the items of a feed, whatever its format. */
export function articleAddresses(feed: string): string[] {
  const urls = feed.startsWith("{")
    ? (JSON.parse(feed) as { items: { url: string }[] }).items.map(({ url }) => url)
    : [...feed.matchAll(/<(item|entry)[\s>][\s\S]*?<\/\1>/g)].map(
        ([item]) =>
          /<link>([^<]+)<\/link>|<link rel="alternate"[^>]* href="([^"]+)"/.exec(item)?.slice(1).join("") ??
          "",
      );
  return urls.map((url) => new URL(url).pathname);
}

function pathOf(path: string) {
  const checked = contentPath(path);
  if (checked === null) throw new TypeError(`${path} is no path`);
  return checked;
}
