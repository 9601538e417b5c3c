import { existsSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { spareHeap } from "../../src/command/bake/heap.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { inFlight } from "../../src/store/in-flight.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { Store } from "../../src/store/store.ts";
import { benchSite } from "./bench-documents.ts";
import { bulkBodies } from "./bulk-bodies.ts";

/** Requests that are under way at a time, as `RemoteStore` has them. */
const IN_FLIGHT = 4;

const MEGABYTE = 1_000_000;

/** Where to publish; the local store knows a folder alone. */
export interface Target {
  readonly apiUrl: string;
  readonly account: string;
  readonly token: string;
  readonly namespace: string;
  readonly folder: string;
}

/** What a run tells on standard output. */
export interface PublishedOnce {
  readonly keys: number;
  readonly timeMs: number;
  /** Processor time of this process. */
  readonly cpuMs: number;
  /** Resident memory at its highest, and with the documents made and nothing published. */
  readonly peakMegabytes: number;
  readonly documentsMegabytes: number;
}

type Timed = Omit<PublishedOnce, "peakMegabytes">;

/** Ways to publish so many pages; each makes them before its time begins. */
const WAYS: Readonly<Record<string, (count: number, target: Target) => Promise<Timed>>> = {
  remote: (count, { namespace, ...account }) =>
    published(count, async () => new RemoteStore({ ...account, id: account.account }, namespace)),
  // Miniflare takes memory that a remote publish does without.
  local: async (count, { folder }) => {
    const { LocalStore } = await import("../../src/store/local-store.ts");
    return published(count, () => LocalStore.open(folder));
  },
  "one by one": async (count, target) => {
    const { documents } = benchSite(count);
    return timed(async () => {
      await inFlight(documents, IN_FLIGHT, async ({ key, representation }) => {
        if (representation === null) return;
        await send(target, `values/${encodeURIComponent(key)}`, Buffer.from(representation.value));
      });
      return count;
    });
  },
  bare: async (count, target) => {
    const bodies = bulkBodies(benchSite(count).documents);
    return timed(async () => {
      await inFlight(bodies, IN_FLIGHT, (body) => send(target, "bulk", body));
      return count;
    });
  },
};

/** The real publish, from the opening of the store to the end of the journal. */
async function published(count: number, open: () => Promise<Store>): Promise<Timed> {
  // As a bake does that publishes.
  spareHeap();
  const site = benchSite(count);
  return timed(async () => {
    const store = await open();
    const state = await readState(store, { newestEdition: 0, pausesMs: [] });
    const plan = planPublish(site, state, Number.POSITIVE_INFINITY);
    await publish(plan, state, store);
    await store.close();
    return plan.put;
  });
}

async function timed(work: () => Promise<number>): Promise<Timed> {
  const documentsMegabytes = process.memoryUsage.rss() / MEGABYTE;
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const keys = await work();
  const timeMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { keys, timeMs, cpuMs: (user + system) / 1000, documentsMegabytes };
}

async function send(target: Target, path: string, body: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const { apiUrl, account, token, namespace } = target;
  const url = `${apiUrl}/accounts/${account}/storage/kv/namespaces/${namespace}/${path}`;
  const response = await fetch(url, { method: "PUT", headers: { Authorization: `Bearer ${token}` }, body });
  const answer = (await response.json()) as { success: boolean };
  if (!answer.success) throw new Error(`${path}: ${JSON.stringify(answer)}`);
}

const [way = "", count = "", target = "{}"] = process.argv.slice(2);
const publishInThatWay = WAYS[way];
if (!publishInThatWay) throw new Error(`no way called ${way}`);
const once = await publishInThatWay(Number(count), JSON.parse(target) as Target);
process.stdout.write(JSON.stringify({ ...once, peakMegabytes: peakMegabytes() } satisfies PublishedOnce));

/** What `resourceUsage` tells is at least what the process had that began this one; Linux knows better. */
function peakMegabytes(): number {
  const status = "/proc/self/status";
  const told = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8"))?.[1] : null;
  return (Number(told ?? process.resourceUsage().maxRSS) * 1024) / MEGABYTE;
}
