import { readdirSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { processFacts } from "../../src/store/process-facts.ts";
import { listenForEditions } from "./hub-callbacks.ts";
import { median } from "./measure.ts";
import { processorSeconds } from "./raw-workerd.ts";

const RUNS = 25;
const ROUNDS = 3;

/** The processor time of the runtime that this process started last, in seconds. */
export function runtimeClock(): () => number {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const own = ids.map(Number).flatMap((id) => {
    const facts = processFacts(id);
    return facts?.parent === process.pid && facts.program.startsWith("workerd") ? [{ id, ...facts }] : [];
  });
  // Not the greatest id: the system begins with small ones again.
  const last = own.sort((a, b) => a.started - b.started).at(-1);
  return () => (last === undefined ? Number.NaN : processorSeconds(last.id));
}

/** Sends bodies of so many bytes, run after run, six at a time: text, since it runs inside workerd. */
const SENDER = `export default {
  async fetch(request) {
    const { origin, runs, run, bytes } = await request.json();
    const body = new Uint8Array(bytes).fill(65);
    for (let done = 0; done < runs; done += 1) {
      const paths = Array.from({ length: run }, (_, at) => "/" + (done * run + at)).values();
      const lane = async () => {
        for (const path of paths) {
          const headers = { "Content-Type": "application/atom+xml; charset=utf-8", "User-Agent": "Bare" };
          const signal = AbortSignal.timeout(5000);
          const answer = await fetch(origin + path, { method: "POST", headers, body, redirect: "manual", signal });
          answer.body?.cancel();
        }
      };
      await Promise.all(Array.from({ length: 6 }, lane));
    }
    return new Response(null, { status: 204 });
  },
};`;

/** Milliseconds of the processor that workerd takes to send as much as a run does, and to do nothing else. */
export async function bareRunMs(run: number, bytes: number): Promise<number> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      workers: [
        {
          name: "sender",
          modules: true,
          script: SENDER,
          compatibilityDate: "2026-10-01",
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const subscriber = await listenForEditions(() => true);
  try {
    const { origin: sender } = await miniflare.unsafeGetDirectURL("sender");
    const cpuSeconds = runtimeClock();
    const asked = { origin: subscriber.origin, runs: RUNS, run, bytes };
    const spent: number[] = [];
    // The first one warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const before = cpuSeconds();
      await fetch(sender, { method: "POST", body: JSON.stringify(asked) });
      spent.push(((cpuSeconds() - before) * 1000) / RUNS);
    }
    return median(spent.slice(1));
  } finally {
    subscriber.close();
    await miniflare.dispose();
  }
}
