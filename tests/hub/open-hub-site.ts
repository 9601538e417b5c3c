import { gzipSync } from "node:zlib";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import type { OwnHub } from "../../src/publish/ask-hub.ts";
import { askHub } from "../../src/publish/ask-hub.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import type {
  EditionMessage,
  HubMessage,
  HubSignature,
  PublishAnswer,
  ShardsAnswer,
  TopicsAnswer,
} from "../../src/representation/hub-message.ts";
import type { ItemIndex } from "../../src/representation/item-index.ts";
import { encodeItemIndex } from "../../src/representation/item-index.ts";
import type { Representation, RepresentationMetadata } from "../../src/representation/representation.ts";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { bundleWorker } from "../worker/bundle.ts";
import { COUNTED_STORAGE, COUNTING } from "./counted-storage.ts";

/** The site as its feeds call it. */
export const SITE = "https://quay.example";

/** The secret that `deploy` would have made. */
export const SECRET = "the tide turns at six";

/** A topic of the site. */
export const TOPIC = `${SITE}/atom.xml`;

const SETTINGS = "5".repeat(64);

/** What a site is started with. */
export interface HubSiteOptions {
  /** Where it keeps what it knows; in memory where none is named. */
  readonly folder?: string;
  /** Whether callbacks on this machine are met, as `serve` allows. */
  readonly loopback?: boolean;
  /** By how many seconds its clock is ahead. */
  readonly aheadSeconds?: number;
  /** Whether it logs what shards write, as `rows`: alarms count as one. */
  readonly countsRows?: boolean;
  /** Whether what it delivers is taken at once, and sent to nobody. */
  readonly sendsNothing?: boolean;
  /** Answers what it asks the world, in the world's place. */
  readonly world?: (url: URL) => Response | Promise<Response>;
}

/** An edition of a feed: items by their texts, the newest first, each with the edition that changed it. */
export interface FeedEdition {
  readonly edition: number;
  readonly items: readonly { readonly text: string; readonly edition: number }[];
  readonly type?: string;
  readonly signature?: HubSignature;
  readonly settings?: string;
}

/** A structured line of the log. */
export type HubEvent = Readonly<Record<string, unknown>>;

export type HubSite = Awaited<ReturnType<typeof openHubSite>>;

let bundle: Promise<string> | null = null;

/** In front of the worker: text, since it runs inside workerd. */
const SENDS_NOTHING = `const reallyFetch = globalThis.fetch;
globalThis.fetch = (url, init) => init?.method === "POST" ? Promise.resolve(new Response(null, { status: 204 })) : reallyFetch(url, init);
`;

/** A worker with a hub under workerd, with real Durable Objects and KV; whoever opened it stops it. */
export async function openHubSite({
  folder,
  loopback = true,
  aheadSeconds = 0,
  countsRows = false,
  sendsNothing = false,
  world,
}: HubSiteOptions = {}) {
  bundle ??= bundleWorker(undefined, "with hub");
  const script = countsRows ? COUNTED_STORAGE + (await bundleWorker(COUNTING, "with hub")) : await bundle;
  const events: HubEvent[] = [];
  const waiting = new Set<() => void>();
  const clock =
    aheadSeconds === 0 ? "" : `const now = Date.now; Date.now = () => now() + ${aheadSeconds * 1000};\n`;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      ...(folder !== undefined && { resourcePersistencePath: folder }),
      handleStructuredLogs: ({ message }) => {
        if (!message.startsWith("{")) return;
        events.push(JSON.parse(message));
        for (const resolve of waiting) resolve();
        waiting.clear();
      },
      workers: [
        {
          name: "edge",
          modules: true,
          script: clock + (sendsNothing ? SENDS_NOTHING : "") + script,
          compatibilityDate: "2026-10-01",
          kvNamespaces: { DOCUMENTS: "DOCUMENTS" },
          durableObjects: {
            HUB_DIRECTORY: { className: "HubDirectory", useSQLite: true },
            HUB_TOPIC: { className: "HubTopic", useSQLite: true },
            HUB_SHARD: { className: "HubShard", useSQLite: true },
          },
          bindings: { ...(loopback && { HUB_LOOPBACK: "on" }) },
          ...(world && { outboundService: async (request) => answerFor(await world(new URL(request.url))) }),
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const { origin } = await miniflare.unsafeGetDirectURL("edge");
  const kv = await miniflare.getKVNamespace("DOCUMENTS", "edge");
  await kv.put("hub-secret", SECRET);
  const hub: OwnHub = { url: `${origin}/hub`, secret: SECRET };
  const tell = <T>(message: HubMessage, ...parts: readonly Uint8Array[]) => askHub<T>(hub, message, ...parts);
  const write = async (topic: string, { metadata, value }: Representation) => {
    await kv.put(new URL(topic).pathname, value, { metadata: encodeMetadata(metadata) });
  };
  return {
    origin,
    hub,
    tell,
    /** What it logged. */
    events,
    /** Waits until it has logged that; the test ends it where it never does. */
    async logged(hub: string, isMeant: (event: HubEvent) => boolean = () => true): Promise<HubEvent> {
      for (;;) {
        const found = events.find((event) => event.hub === hub && isMeant(event));
        if (found) return found;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    /** Puts a feed where the edge serves it, as a publish does before it tells the hub. */
    put: (topic: string, feed: FeedEdition) => write(topic, representationOf(topic, feed)),
    /** Puts a feed that changes by itself, at the instant of its later edition. */
    async putSealed(topic: string, feed: FeedEdition, later: FeedEdition): Promise<void> {
      const states = [{ at: later.edition, representation: representationOf(topic, later) }];
      await write(topic, withSealedStates(representationOf(topic, feed), states, "5".repeat(16)));
    },
    /** Posts an edition to the hub, signed. */
    publish(topic: string, feed: FeedEdition): Promise<PublishAnswer> {
      return tell<PublishAnswer>(...editionMessage(topic, feed));
    },
    topics: (change: { readonly paused?: boolean; readonly drop?: string } = {}) =>
      tell<TopicsAnswer>({ do: "topics", ...change }),
    shards: (word: "status" | "pause" | "resume" | "drop", topic = TOPIC, host?: string) =>
      tell<ShardsAnswer>({ do: word, topic, from: 0, ...(host !== undefined && { host }) }),
    /** Sends a form as subscribers do. */
    post(form: Readonly<Record<string, string>> | string, fields: Readonly<Record<string, string>> = {}) {
      const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
      const headers = { "Content-Type": "application/x-www-form-urlencoded", ...fields };
      return fetch(hub.url, { method: "POST", headers, body, redirect: "manual" });
    },
    stop: () => miniflare.dispose(),
  };
}

async function answerFor(response: Response) {
  const { Response: MiniflareResponse } = await import("miniflare");
  const body = new Uint8Array(await response.arrayBuffer());
  const hasBody = ![204, 304].includes(response.status);
  return new MiniflareResponse(hasBody ? body : null, {
    status: response.status,
    headers: [...response.headers],
  });
}

function representationOf(topic: string, feed: FeedEdition): Representation {
  const { body, index } = bytesOf(feed);
  const gzip = gzipSync(body);
  const metadata: RepresentationMetadata = {
    status: 200,
    kind: "feed",
    type: typeOf(topic, feed),
    tag: tagOf(feed),
    lastModified: feed.edition,
    pollSeconds: 900,
    sizeBytes: body.byteLength,
    stored: { gzip: gzip.byteLength, brotli: 0, identity: 0, index: index.byteLength },
    link: linkOf(topic),
  };
  return { metadata, value: Buffer.concat([gzip, index]) };
}

/** An edition as the publisher posts it, with the bytes that follow. */
export function editionMessage(topic: string, feed: FeedEdition): [EditionMessage, Uint8Array, Uint8Array] {
  const { body, index } = bytesOf(feed);
  const { edition, signature = "sha256" } = feed;
  const type = typeOf(topic, feed);
  const head = { topic, edition, signature, type, tag: tagOf(feed), link: linkOf(topic) };
  return [{ do: "publish", ...head, indexBytes: index.byteLength }, index, body];
}

/** The whole of a feed as it is served. */
export function textOf({ items }: FeedEdition): string {
  return `<feed>${items.map(({ text }) => text).join("\n")}</feed>`;
}

const NOW = Math.floor(Date.now() / 1000);

/** An edition of these days, by a number for people. */
export function editionOf(number: number): number {
  return NOW + number;
}

/** A feed of an item alone, and of what follows it. */
export function feedOf(number: number, ...more: FeedEdition["items"]): FeedEdition {
  const edition = editionOf(number);
  return { edition, items: [{ text: `<entry>${number}</entry>`, edition }, ...more] };
}

function bytesOf(feed: FeedEdition) {
  const index: ItemIndex = {
    headBytes: Buffer.byteLength("<feed>"),
    separatorBytes: 1,
    items: feed.items.map(({ text, edition }) => ({ lengthBytes: Buffer.byteLength(text), edition })),
  };
  return { body: Buffer.from(textOf(feed)), index: encodeItemIndex(index) };
}

function typeOf(topic: string, { type }: FeedEdition): string {
  if (type !== undefined) return type;
  return topic.endsWith(".json") ? "application/feed+json" : "application/atom+xml; charset=utf-8";
}

function tagOf({ edition, settings = SETTINGS }: FeedEdition) {
  return weakEntityTag(edition, "a".repeat(64), settings);
}

/** `Link` of a feed of a site that is its own hub. */
export function linkOf(topic: string): string {
  return `<${topic}>; rel="self", <${new URL(topic).origin}/hub>; rel="hub"`;
}
