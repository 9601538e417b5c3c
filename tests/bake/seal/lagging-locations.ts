import { gunzipSync } from "node:zlib";
import { changedParts } from "../../../src/representation/changed-parts.ts";
import { storedRange } from "../../../src/representation/codings.ts";
import { decodeMetadata } from "../../../src/representation/decode-metadata.ts";
import { decodeItemIndex } from "../../../src/representation/item-index.ts";
import type { RepresentationMetadata } from "../../../src/representation/representation.ts";
import { openSealedStates } from "../../../src/representation/sealed-states.ts";
import type { Store } from "../../../src/store/store.ts";
import { deltaBase } from "../../../src/worker/delta.ts";
import { evaluatePreconditions } from "../../../src/worker/preconditions.ts";

/** What a store held after each publish, in order. */
export type History = readonly { readonly at: number; readonly values: ReadonlyMap<string, StoredFeed> }[];

interface StoredFeed {
  readonly metadata: RepresentationMetadata;
  readonly value: Uint8Array;
}

/** What a store holds now. */
export async function snapshot(
  store: Store,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredFeed>> {
  const values = new Map<string, StoredFeed>();
  for (const key of keys) {
    const stored = await store.get(key as never);
    const metadata = decodeMetadata(stored?.metadata);
    if (stored && metadata) values.set(key, { metadata, value: stored.value });
  }
  return values;
}

/** A reader with a memory: its items by id, and the validators of the last answer. */
export class Reader {
  readonly key: string;
  /** Whether it passes over a body whose `Last-Modified` has not advanced, and keeps its tag, as newsboat does. */
  readonly isStrict: boolean;
  readonly items = new Map<string, string>();
  #tag: string | null = null;
  #lastModified = 0;

  constructor(key: string, isStrict: boolean) {
    this.key = key;
    this.isStrict = isStrict;
  }

  /** Polls a location that shows what the store held so many seconds ago, by a clock that is right. */
  poll(history: History, lagSeconds: number, now: number): void {
    const seen = history.findLast(({ at }) => at <= now - lagSeconds) ?? history[0];
    const stored = seen?.values.get(this.key);
    const shown = stored && shownState(stored, now);
    if (!shown) return;
    const { metadata, value } = shown;
    const fields = new Headers({ "A-IM": "feed", ...(this.#tag !== null && { "If-None-Match": this.#tag }) });
    if (evaluatePreconditions(fields, metadata, now) !== "proceed") return;
    const body = gunzipSync(value.subarray(0, metadata.stored.gzip));
    const base = deltaBase(fields, metadata);
    const range = storedRange(metadata.stored, "index");
    const index =
      range && decodeItemIndex(value.subarray(range.offset, range.offset + range.length), body.length);
    const parts = base && index && changedParts(index, base.edition, metadata, now);
    const sent = parts
      ? Buffer.concat(parts.map(({ offset, length }) => body.subarray(offset, offset + length)))
      : body;
    this.#tag = metadata.tag;
    if (this.isStrict && metadata.lastModified <= this.#lastModified) return;
    this.#lastModified = Math.max(this.#lastModified, metadata.lastModified);
    for (const [id, item] of itemsOf(sent.toString())) this.items.set(id, item);
  }
}

function shownState({ metadata, value }: StoredFeed, now: number) {
  if ((metadata.from ?? 0) > now) return null;
  const states = openSealedStates(value, metadata) ?? [];
  const place = states.findLastIndex(({ at }) => at <= now);
  const state = states[place];
  const changesAt = states[place + 1]?.at;
  const shown = state ? state.metadata : metadata;
  return (
    shown && {
      metadata: { ...shown, ...(changesAt !== undefined && { changesAt }) },
      value: state ? value.subarray(state.offset) : value,
    }
  );
}

function itemsOf(feed: string): ReadonlyMap<string, string> {
  const items = [...feed.matchAll(/<item>[\s\S]*?<\/item>/g)].map(([item]) => item);
  return new Map(items.map((item) => [/<guid[^>]*>([^<]*)/.exec(item)?.[1] ?? "", item]));
}
