import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { bakeSite } from "../../src/bake/bake-site.ts";
import {
  readFeedStylesheet,
  readStylesheet,
  readTextStylesheet,
} from "../../src/command/bake/stylesheets.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { unpackText } from "../../src/ledger/stored/packed.ts";
import { htmlToMarkdown } from "../../src/migrate/markdown/html-to-markdown.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import type { StoredLengths } from "../../src/representation/codings.ts";
import { storedRange } from "../../src/representation/codings.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { Store } from "../../src/store/store.ts";

/** Bakes a folder at an instant (seconds since 1970) and publishes it; gives the keys that were written and deleted. */
export async function publishFolder(folder: string, store: Store, now: number): Promise<readonly string[]> {
  const { site, articles: sources, media } = readFolder(folder, { drafts: false });
  const state = await readState(store, { newestEdition: 0, pausesMs: [] });
  const styles = {
    stylesheet: readStylesheet(),
    textStylesheet: readTextStylesheet(),
    feedStylesheet: readFeedStylesheet(),
  };
  const baked = bakeSite({
    site,
    sources,
    media,
    ...styles,
    toMarkdown: htmlToMarkdown,
    ledger: state.ledger,
    now,
    clock: () => 0,
  });
  const plan = planPublish(baked, state, Number.POSITIVE_INFINITY);
  await publish(plan, state, store);
  return [...plan.stages.flat().map(({ key }) => key), ...plan.delete];
}

/** A value of a store without what depends on the library that compressed it. */
export interface PlainValue {
  readonly key: string;
  readonly metadata: unknown;
  /** The parts of the value, decoded: equal ones are told once. */
  readonly parts: readonly Uint8Array[];
}

/** All that a store holds, in the order of its keys. */
export async function* plainValues(store: Store): AsyncGenerator<PlainValue> {
  for await (const { key, metadata } of store.list()) {
    const { value = new Uint8Array() } = (await store.get(key as StorageKey)) ?? {};
    const decoded = decodeMetadata(metadata);
    if (decoded === null) yield { key, metadata, parts: [Buffer.from(unpackText(value) ?? "")] };
    else {
      const { l: _, ...lasting } = metadata as Record<string, unknown>;
      yield { key, metadata: lasting, parts: partsOf(value, decoded.stored) };
    }
  }
}

function partsOf(value: Uint8Array, stored: StoredLengths): Uint8Array[] {
  const part = (name: "gzip" | "br" | "identity" | "index") => {
    const range = storedRange(stored, name);
    return range && value.subarray(range.offset, range.offset + range.length);
  };
  const [gzip, brotli, identity, index] = [part("gzip"), part("br"), part("identity"), part("index")];
  const plain = gzip && gunzipSync(gzip);
  // What differs between two codings of one body would be seen here.
  const other = brotli && brotliDecompressSync(brotli);
  if (plain && other && !plain.equals(other)) throw new Error("two codings of one body differ");
  return [plain ?? other, identity, index].flatMap((one) => one ?? []);
}
