import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { serveSite } from "../../tests/served-site.ts";
import { writeBenchSite } from "./corpus.ts";
import { listenForEditions } from "./hub-callbacks.ts";
import { median } from "./measure.ts";
import { runAside } from "./run-aside.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const ARTICLES = 200;
const ROUNDS = 10;
const TOPIC = "https://bench.example/atom.xml";

/** How long news takes from the start of `bake` to a callback, beside a running `serve` on this machine. */
export async function bakeToCallback(folder: string): Promise<Row[]> {
  const [content, state] = [join(folder, "content"), join(folder, "state")];
  writeBenchSite(content, ARTICLES, "hub = true\n");
  const bake = () => runAside([BAKE, "--content", content, "--persist-to", state]);
  await bake();
  const site = await serveSite(state);
  const subscriber = await listenForEditions(() => true);
  try {
    await subscribe(site.origin, subscriber);
    const [waits, bakes]: [number[], number[]] = [[], []];
    // The first one warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      writeFileSync(join(content, `news-${round}.md`), `# News ${round}\n\nThe tide of ${round}.\n`);
      const heard = subscriber.next(1);
      const started = performance.now();
      const [{ timeMs }] = await Promise.all([
        bake(),
        heard.then(() => waits.push(performance.now() - started)),
      ]);
      bakes.push(timeMs);
    }
    const [spent, ended] = [waits.slice(1), bakes.slice(1)];
    return [
      {
        what: `from bake's start to a callback, one article more than ${ARTICLES}`,
        figure: `${whole(median(spent))} ms, at worst ${whole(Math.max(...spent))} ms`,
        ratio: `${Math.round((median(spent) / median(ended)) * 100)} % of the bake, ${whole(median(ended))} ms`,
        met: null,
      },
    ];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

/** Subscribes a callback, and waits until it has been asked. */
async function subscribe(
  origin: string,
  subscriber: Awaited<ReturnType<typeof listenForEditions>>,
): Promise<void> {
  const body = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": TOPIC,
    "hub.callback": `${subscriber.origin}/1`,
  });
  const { status } = await fetch(`${origin}/hub`, { method: "POST", body });
  if (status !== 202) throw new Error(`the hub answered ${status}`);
  await subscriber.asked;
}
