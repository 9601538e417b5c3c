import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { seededRandom } from "./corpus.ts";
import { FeedEditions } from "./feed-editions.ts";
import { startRawWorkerd } from "./raw-workerd.ts";
import { pollOverWire } from "./wire.ts";

const HOUR_SECONDS = 3600;
const FEED = "/rss.xml";
/** The bench site's own: a worker that is asked for another looks whether the site had that before. */
const HOST = "bench.example";

/** The worker with a clock that says what the request does. */
const CLOCKED = `import edge from "../../src/worker/app.ts";
let second = 0;
Date.now = () => second * 1000;
export default {
  fetch(request, env, context) {
    second = Number(request.headers.get("Second"));
    return edge.fetch(request, env, context);
  },
};
`;

/** What an hour of polls at one location came to. */
export interface HourOfPolls {
  readonly polls: number;
  readonly reads: number;
}

/**
 * Lets one location be polled for an hour, so many times a second on average and by chance, with a feed
 * that changes once. The worker's clock is set to the second of each poll; KV reads are counted.
 */
export async function pollForAnHour(
  folder: string,
  pollsASecond: number,
  variables: Readonly<Record<string, string>>,
): Promise<HourOfPolls> {
  const server = join(folder, `at-${pollsASecond}-${Object.keys(variables).length}`);
  mkdirSync(server);
  const editions = new FeedEditions(join(server, "content"), 1);
  const script = bundleWorker(server, { source: CLOCKED }, "polled for an hour");
  const started = Math.floor(Date.now() / 1000) - 2 * HOUR_SECONDS;
  const workerd = await startRawWorkerd(server, script, variables);
  const publish = async (at: number) => {
    const feed = editions.next(at).documents.find(({ key }) => key === FEED)?.representation;
    if (!feed) throw new Error("the feed did not change");
    await workerd.put(FEED, encodeMetadata(feed.metadata), feed.value);
  };
  try {
    await publish(started - HOUR_SECONDS);
    const random = seededRandom(1);
    let polls = 0;
    let tag: string | null = null;
    let isChanged = false;
    for (let second = 0; second < HOUR_SECONDS; polls += 1) {
      // Between events that come by chance lies an exponential time.
      second += -Math.log(1 - random()) / pollsASecond;
      if (!isChanged && second > HOUR_SECONDS / 2) {
        await publish(started + HOUR_SECONDS / 2);
        isChanged = true;
      }
      const fields = { Host: HOST, "Accept-Encoding": "gzip", Second: String(Math.floor(started + second)) };
      const answer = await pollOverWire(workerd.origin + FEED, {
        ...fields,
        ...(tag && { "If-None-Match": tag }),
      });
      if (answer.status >= 400) throw new Error(`a poll was answered with ${answer.status}`);
      tag = answer.tag;
    }
    return { polls, reads: await workerd.reads() };
  } finally {
    await workerd.stop();
  }
}
