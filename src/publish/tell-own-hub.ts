import { gunzipSync } from "node:zlib";
import { decodeMetadata } from "../representation/decode-metadata.ts";
import { storedEdition } from "../representation/edition-message.ts";
import type { HubSignature, PublishAnswer } from "../representation/hub-message.ts";
import { MAX_HUB_FEED_BYTES } from "../representation/hub-message.ts";
import type { Representation } from "../representation/representation.ts";
import { stateAt } from "../representation/sealed-states.ts";
import { storageKeyOfPath } from "../representation/storage-key.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store } from "../store/store.ts";
import type { OwnHub } from "./ask-hub.ts";
import { askHub, HubError } from "./ask-hub.ts";
import type { Plan } from "./plan.ts";

/** How many feeds are under way at a time. */
const WIDTH = 4;

/** After which a feed is posted once more, in milliseconds: a worker that was just deployed may not be there yet. */
const PAUSES_MS = [1000, 4000] as const;

/** What became of the news. */
export interface ToldHub {
  /** Topics that it took. */
  readonly told: number;
  /** Subscriptions to them; who subscribed to two is counted twice. */
  readonly subscribers: number;
  /** Topics that it did not take. */
  readonly left: readonly string[];
  /** Why not. */
  readonly reason: string | null;
}

/**
 * Posts feeds that changed to the site's own hub, as the plan wrote them, or as they stand in the store
 * where an earlier publish did. `Link` names the hub as `named`.
 */
export async function tellOwnHub(
  hub: OwnHub,
  topics: readonly string[],
  { plan, store, named, signature, nowSeconds }: TellContext,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<ToldHub> {
  const written = new Map(plan.stages.flat().map((entry) => [entry.key as string, entry]));
  let [told, subscribers] = [0, 0];
  let reason: string | null = null;
  const left: string[] = [];
  await inFlight(topics, WIDTH, async (topic) => {
    const key = storageKeyOfPath(new URL(topic).pathname);
    const entry = key && (written.get(key) ?? (await store.get(key)));
    const metadata = entry ? decodeMetadata(entry.metadata) : null;
    const state = entry && metadata && shownState(entry.value, metadata, nowSeconds);
    // A feed that is no longer there, or not yet, has no news.
    if (state?.metadata.kind !== "feed") return;
    try {
      if (state.metadata.sizeBytes + state.metadata.stored.index > MAX_HUB_FEED_BYTES) {
        throw new HubError(`${topic} is longer than the ${MAX_HUB_FEED_BYTES} bytes that it sends on`);
      }
      const answer = await postEdition(hub, topic, state, { named, signature, pausesMs });
      told += 1;
      subscribers += answer.subscribers;
    } catch (fault) {
      if (!(fault instanceof HubError)) throw fault;
      reason ??= fault.message;
      left.push(topic);
    }
  });
  return { told, subscribers, left, reason };
}

/** Where feeds are found, and what is said of their hub. */
export interface TellContext {
  readonly plan: Plan;
  readonly store: Store;
  readonly named: string;
  readonly signature: HubSignature;
  /** Seconds since 1970: of what is sealed for later nobody hears. */
  readonly nowSeconds: number;
}

/** What a value shows; of a damaged one, which verify finds, nothing. */
function shownState(...asked: Parameters<typeof stateAt>): Representation | null {
  try {
    return stateAt(...asked);
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** Posts what a feed shows now, once more after each pause. */
async function postEdition(
  hub: OwnHub,
  topic: string,
  state: Representation,
  {
    named,
    signature,
    pausesMs,
  }: Pick<TellContext, "named" | "signature"> & { readonly pausesMs: readonly number[] },
): Promise<PublishAnswer> {
  const { message, index, body, isGzip } = storedEdition(topic, state, { hub: named, signature });
  const text = isGzip ? unpacked(topic, body) : body;
  return persistently(pausesMs, () => askHub(hub, message, index, text));
}

function unpacked(topic: string, body: Uint8Array): Uint8Array {
  try {
    return gunzipSync(body);
  } catch (cause) {
    throw new HubError(`${topic} is damaged in the store; run verify`, { cause });
  }
}

async function persistently<T>(pausesMs: readonly number[], work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (fault) {
      const pauseMs = pausesMs[attempt];
      if (pauseMs === undefined || !(fault instanceof HubError)) throw fault;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
}
