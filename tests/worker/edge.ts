import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import type { Representation } from "../../src/representation/representation.ts";
import { bundleWorker } from "./bundle.ts";

/** The second since 1970 at which tests stop a worker's clock. */
export const STILL_NOW = Date.UTC(2026, 6, 1, 12) / 1000;

/** A value as Workers KV keeps it. */
export interface KvEntry {
  readonly key: string;
  readonly value: Uint8Array;
  readonly metadata: unknown;
}

/** The worker alone under workerd, over real KV, with nothing in front of it. */
export interface Edge {
  readonly port: number;
  readonly origin: string;
  put(entries: readonly KvEntry[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** What a cron trigger does that was scheduled for a second since 1970. */
  trigger(scheduledSeconds: number): Promise<void>;
  /** A field of the answer to GET over TLS; null where it is not there. */
  fieldOverTls(path: string, name: string): Promise<string | null>;
  stop(): Promise<void>;
}

/** What an edge is started with. */
export interface EdgeOptions {
  readonly script?: string;
  /** Stops the worker's clock at this second since 1970; the machine's where it is not given. */
  readonly now?: number;
  /** Variables of wrangler.toml. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A worker whose default entrypoint stands in for KV, where KV must fail. */
  readonly faultyStore?: string;
}

let bundled: Promise<string> | null = null;

/** The worker as it is; bundled once for all tests of a process. */
function worker(): Promise<string> {
  bundled ??= bundleWorker();
  return bundled;
}

/** Starts an edge on a port of its own. */
export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const { variables = {}, faultyStore, now } = options;
  const bundle = options.script ?? (await worker());
  const script = now === undefined ? bundle : `Date.now = () => ${now * 1000};\n${bundle}`;
  const frame = { modules: true as const, compatibilityDate: "2026-10-01" };
  const store = faultyStore
    ? { serviceBindings: { DOCUMENTS: "faulty" } }
    : { kvNamespaces: { DOCUMENTS: "DOCUMENTS" } };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      handleStructuredLogs: () => {},
      workers: [
        {
          ...frame,
          name: "edge",
          script,
          bindings: { ...variables },
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
          ...store,
        },
        ...(faultyStore ? [{ ...frame, name: "faulty", script: faultyStore }] : []),
      ],
    }),
  );
  await miniflare.ready;
  const url = await miniflare.unsafeGetDirectURL("edge");
  return {
    port: Number(url.port),
    origin: url.origin,
    async put(entries) {
      const kv = await miniflare.getKVNamespace("DOCUMENTS", "edge");
      for (const { key, value, metadata } of entries) await kv.put(key, value, { metadata });
    },
    async remove(keys) {
      const kv = await miniflare.getKVNamespace("DOCUMENTS", "edge");
      for (const key of keys) await kv.delete(key);
    },
    async trigger(scheduledSeconds) {
      const { scheduled } = await miniflare.getWorker("edge");
      await scheduled({ scheduledTime: new Date(scheduledSeconds * 1000), cron: "* * * * *" });
    },
    async fieldOverTls(path, name) {
      const answer = await miniflare.dispatchFetch(`https://quay.example${path}`, { redirect: "manual" });
      await answer.body?.cancel();
      return answer.headers.get(name);
    },
    stop: () => miniflare.dispose(),
  };
}

/** What a publish would write for a representation. */
export function entryOf(key: string, { metadata, value }: Representation): KvEntry {
  return { key, value, metadata: encodeMetadata(metadata) };
}
