import { decodeReleases, RELEASES_KEY, topicsBetween } from "../representation/releases.ts";
import { logFault } from "./stored-document.ts";

/** A cron trigger comes once a minute. */
const MINUTE_SECONDS = 60;

/** A request names so many topics at most. */
const TOPICS_A_PING = 50;

/** How long a hub is waited for. */
const ANSWER_MS = 10_000;

/**
 * Tells hubs which feeds changed by themselves in the minute before `scheduledSeconds` (WebSub §6): what
 * a publish does for what it writes. A hub that does not take it is told again by the next publish. Never
 * throws.
 */
export async function tellReleases(documents: KVNamespace, scheduledSeconds: number): Promise<void> {
  try {
    const note = decodeReleases((await documents.get(RELEASES_KEY, "text")) ?? "");
    if (note === null) return;
    const topics = topicsBetween(note, scheduledSeconds - MINUTE_SECONDS, scheduledSeconds);
    await Promise.all(note.hubs.map((hub) => tell(hub, topics)));
  } catch (fault) {
    logFault(fault, RELEASES_KEY);
  }
}

async function tell(hub: string, topics: readonly string[]): Promise<void> {
  for (let start = 0; start < topics.length; start += TOPICS_A_PING) {
    const form = new URLSearchParams({ "hub.mode": "publish" });
    for (const topic of topics.slice(start, start + TOPICS_A_PING)) {
      form.append("hub.url", topic);
      form.append("hub.topic", topic);
    }
    try {
      const signal = AbortSignal.timeout(ANSWER_MS);
      const { ok, status, body } = await fetch(hub, { method: "POST", body: form, signal });
      await body?.cancel();
      if (!ok) throw new Error(`the hub answered with ${status}`);
    } catch (fault) {
      logFault(fault, hub);
    }
  }
}
