import { withoutRecoding } from "../representation/entity-tag.ts";
import type { Store } from "../store/store.ts";
import type { PendingPings } from "./pending-pings.ts";
import { writePendingPings } from "./pending-pings.ts";
import type { Topic } from "./topics.ts";

/** How long hubs and the edge are given, in milliseconds. */
export interface WebSubTimes {
  /** Between two looks at the edge. */
  readonly lookEveryMs: number;
  /** After which hubs are told, whatever the edge shows. */
  readonly edgeMs: number;
  /** Until a change in KV has come everywhere: then hubs are told once more. */
  readonly propagationMs: number;
  readonly answerMs: number;
}

/** KV shows a change within "60 seconds or more" (https://developers.cloudflare.com/kv/concepts/how-kv-works/). */
export const WEBSUB_TIMES: WebSubTimes = {
  lookEveryMs: 3_000,
  edgeMs: 120_000,
  propagationMs: 75_000,
  answerMs: 15_000,
};

/** A hub that did not take a ping, and why. The topics are told again after the next publish. */
export interface FailedPing {
  readonly hub: string;
  readonly reason: string;
}

/** Told what is waited for. */
export type WebSubProgress = (stage: string) => void;

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A request of a publisher's names so many topics at most. */
const TOPICS_A_PING = 50;

/**
 * Tells hubs which feeds changed (WebSub §6, in the form that hubs of PubSubHubbub take as well):
 * first when the edge shows the new bytes, since a hub fetches at once what it is told of, and once
 * more when they are everywhere, since a hub may have asked a location that lagged. Of the note in the
 * store, `news`, what the last ping could not tell stays.
 */
export async function pingHubs(
  store: Store,
  news: PendingPings,
  topics: readonly Topic[],
  {
    times = WEBSUB_TIMES,
    pause = sleep,
    progress = () => {},
    settled = new Map(),
  }: {
    readonly times?: WebSubTimes;
    readonly pause?: Pause;
    readonly progress?: WebSubProgress;
    /** Hubs that were told in another way, with what they did not take. */
    readonly settled?: PendingPings;
  } = {},
): Promise<FailedPing[]> {
  const toTell = [...news].filter(([hub]) => !settled.has(hub)).map(([hub, urls]) => ({ hub, urls }));
  const left = [...settled].filter(([, urls]) => urls.length > 0);
  if (toTell.length === 0) {
    await writePendingPings(store, new Map(left), news);
    return [];
  }

  progress("Waiting for the edge to show the new feeds");
  await edgeShows(topics, times, pause);
  progress("Notifying hubs");
  await Promise.all(toTell.map(({ hub, urls }) => ping(hub, urls, times)));
  progress("Waiting for the new feeds to reach every location");
  await pause(times.propagationMs);
  const outcomes = await Promise.all(
    toTell.map(async ({ hub, urls }) => ({ hub, urls, reason: await ping(hub, urls, times) })),
  );
  const failed = outcomes.flatMap(({ hub, urls, reason }) =>
    reason === null ? [] : [{ hub, urls, reason }],
  );
  const missed = failed.map(({ hub, urls }) => [hub, urls] as const);
  await writePendingPings(store, new Map([...left, ...missed]), news);
  return failed.map(({ hub, reason }) => ({ hub, reason }));
}

/** Looks at the edge until it shows every tag, or the time for that is over. */
async function edgeShows(
  topics: readonly Topic[],
  { lookEveryMs, edgeMs, answerMs }: WebSubTimes,
  pause: Pause,
): Promise<void> {
  const looks = Math.ceil(edgeMs / lookEveryMs);
  let missing = topics;
  for (let look = 0; look < looks && missing.length > 0; look += 1) {
    if (look > 0) await pause(lookEveryMs);
    const shown = await Promise.all(missing.map(({ url, tag }) => shows(url, tag, answerMs)));
    missing = missing.filter((_, index) => !shown[index]);
  }
}

async function shows(url: string, tag: string, answerMs: number): Promise<boolean> {
  try {
    // Not what a location keeps for the polls of its subscribers (docs/deploy.md).
    const headers = { "Cache-Control": "no-cache" };
    const response = await fetch(url, { method: "HEAD", headers, signal: AbortSignal.timeout(answerMs) });
    return withoutRecoding(response.headers.get("ETag") ?? "") === withoutRecoding(tag);
  } catch {
    return false;
  }
}

/** Gives the reason for which a hub did not take it; null where it did. */
async function ping(hub: string, urls: readonly string[], { answerMs }: WebSubTimes): Promise<string | null> {
  for (let start = 0; start < urls.length; start += TOPICS_A_PING) {
    const form = new URLSearchParams({ "hub.mode": "publish" });
    for (const url of urls.slice(start, start + TOPICS_A_PING)) {
      form.append("hub.url", url);
      form.append("hub.topic", url);
    }
    try {
      const signal = AbortSignal.timeout(answerMs);
      const response = await fetch(hub, { method: "POST", body: form, signal });
      await response.body?.cancel();
      if (!response.ok) return `HTTP ${response.status}`;
    } catch (cause) {
      const late = cause instanceof Error && cause.name === "TimeoutError";
      return late ? `no answer in ${answerMs / 1000} seconds` : "it cannot be reached";
    }
  }
  return null;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
