import { setTimeout as pause } from "node:timers/promises";
import { askHub } from "../../src/publish/ask-hub.ts";
import type { PublishAnswer, ShardsAnswer } from "../../src/representation/hub-message.ts";
import type { FeedEdition } from "./open-hub-site.ts";
import { editionMessage, SECRET, TOPIC } from "./open-hub-site.ts";

/** Posts an edition to a hub that runs elsewhere. */
export function publishTo(origin: string, feed: FeedEdition): Promise<PublishAnswer> {
  return askHub({ url: `${origin}/hub`, secret: SECRET }, ...editionMessage(TOPIC, feed));
}

/** How a topic of it stands, summed over all of its shards. */
export async function statusOf(
  origin: string,
): Promise<Pick<ShardsAnswer, "subscribers" | "pending" | "late">> {
  let [subscribers, pending, late] = [0, 0, 0];
  for (let from: number | null = 0; from !== null; ) {
    const answer: ShardsAnswer = await askHub(
      { url: `${origin}/hub`, secret: SECRET },
      { do: "status", topic: TOPIC, from },
    );
    subscribers += answer.subscribers;
    pending += answer.pending;
    late += answer.late;
    from = answer.next;
  }
  return { subscribers, pending, late };
}

/** How long a subscriber waits that comes while too many others wait to be confirmed. */
const PAUSE_MS = 200;

/** Subscribes callbacks, so many at a time: in their order where that is one. */
export async function subscribeAll(
  origin: string,
  callbacks: readonly string[],
  width: number,
): Promise<void> {
  const queue = callbacks.values();
  const lane = async () => {
    for (const callback of queue) {
      const body = new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.callback": callback,
      });
      for (;;) {
        const { status } = await fetch(`${origin}/hub`, { method: "POST", body });
        if (status === 202) break;
        if (status !== 429) throw new Error(`the hub answered ${status}`);
        await pause(PAUSE_MS);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
