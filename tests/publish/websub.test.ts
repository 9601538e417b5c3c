import { describe, expect, onTestFinished, test, vi } from "vitest";
import { notePings } from "../../src/publish/pending-pings.ts";
import type { WebSubTimes } from "../../src/publish/websub.ts";
import { pingHubs } from "../../src/publish/websub.ts";
import { HUBS_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Answer } from "./loopback.ts";
import { startServer } from "./loopback.ts";

const times: WebSubTimes = { lookEveryMs: 1, edgeMs: 200, propagationMs: 1, answerMs: 5000 };

const edgeTag = (ETag: string): Answer => ({ status: 200, fields: { ETag } });

/** One server that is edge and hub, and a telling: what happened, in order, waits included. */
async function tellOne({
  shows,
  takes,
  times: own,
}: {
  /** How the edge answers. */
  readonly shows?: () => Answer;
  /** How the hub answers. */
  readonly takes?: () => Answer;
  readonly times?: WebSubTimes;
}) {
  const events: string[] = [];
  const origin = await startServer(({ method, path, cacheControl, form }) => {
    events.push([method, path, ...form.getAll("hub.url")].join(" ").replaceAll(origin, ""));
    // A look goes past what a location keeps for its subscribers.
    if (method === "HEAD") expect(cacheControl).toBe("no-cache");
    return path === "/hub" ? (takes?.() ?? null) : (shows?.() ?? null);
  });
  const topics = [{ url: `${origin}/rss.xml`, tag: 'W/"2.new"' }];
  const store = new MemoryStore();
  const news = await notePings(store, [`${origin}/hub`], topics);
  const failed = await pingHubs(store, news, topics, {
    ...(own && { times: own }),
    pause: async (milliseconds) => void events.push(`wait ${milliseconds}`),
    progress: (stage) => events.push(stage),
  });
  return { events, reasons: failed.map(({ reason }) => reason), left: await store.get(HUBS_KEY) };
}

const fresh = () => edgeTag('W/"2.new"');
const stale = () => edgeTag('W/"1.old"');
const taken = () => ({ status: 204 });

describe("a telling", () => {
  test("waits for the edge, tells, waits for the propagation, and tells once more (WebSub §6)", async () => {
    const { events, reasons, left } = await tellOne({ shows: fresh, takes: taken });
    expect(events).toEqual([
      "Waiting for the edge to show the new feeds",
      "HEAD /rss.xml",
      "Notifying hubs",
      "POST /hub /rss.xml",
      "Waiting for the new feeds to reach every location",
      "wait 75000",
      "POST /hub /rss.xml",
    ]);
    expect([reasons, left]).toEqual([[], null]);
  });

  test("looks at the edge for two minutes at most, every three seconds", async () => {
    const { events } = await tellOne({ shows: stale, takes: taken });
    const looks = events.slice(1, events.indexOf("Notifying hubs"));
    expect(looks).toEqual(
      Array.from({ length: 79 }, (_, n) => (n % 2 === 0 ? "HEAD /rss.xml" : "wait 3000")),
    );
  });

  test.for([
    { edgeMs: 9, looks: 3 },
    { edgeMs: 10, looks: 4 },
    { edgeMs: 0, looks: 0 },
  ])("looks $looks times in $edgeMs ms where it looks every 3", async ({ edgeMs, looks }) => {
    const { events } = await tellOne({
      shows: stale,
      takes: taken,
      times: { ...times, lookEveryMs: 3, edgeMs },
    });
    expect(events.filter((one) => one.startsWith("HEAD"))).toHaveLength(looks);
  });

  test("waits a minute and a quarter of real time where nobody waits in its place", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    let isDone = false;
    // A hub that has nothing to hear, so that no network is needed.
    const telling = pingHubs(new MemoryStore(), new Map([["https://hub.example/", []]]), []);
    telling.then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(74_999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isDone).toBe(true);
  });

  test("does not look again at a feed that was shown", async () => {
    const heard: string[] = [];
    const origin = await startServer(({ path }) => {
      heard.push(path);
      return path === "/late" && heard.length < 4 ? stale() : fresh();
    });
    const topics = ["/early", "/late"].map((path) => ({ url: `${origin}${path}`, tag: 'W/"2.new"' }));
    await pingHubs(new MemoryStore(), new Map([["http://127.0.0.1:1/", []]]), topics, { times });
    expect(heard.toSorted()).toEqual(["/early", "/late", "/late", "/late"]);
  });
});

describe("a feed is shown by the edge", () => {
  test.for([
    { shown: 'W/"2.new"', yes: true },
    { shown: '"2.new"', yes: true },
    { shown: 'W/"2.new-gzip"', yes: true },
    { shown: '"2.new;br"', yes: true },
    { shown: '"2.new-zstd"', yes: true },
    { shown: 'W/"2.new;deflate"', yes: true },
    { shown: '"2.new-other"', yes: false },
    { shown: '"2.new.gzip"', yes: false },
    { shown: '"2.newW/"', yes: false },
    { shown: 'W/"1.old"', yes: false },
  ])("that answers with $shown: $yes", async ({ shown, yes }) => {
    const { events } = await tellOne({
      shows: () => edgeTag(shown),
      takes: taken,
      times: { ...times, edgeMs: 2 },
    });
    expect(events.filter((one) => one.startsWith("HEAD"))).toHaveLength(yes ? 1 : 2);
  });

  test("never where it has no tag, and hubs are told all the same", async () => {
    const own = { ...times, edgeMs: 2 };
    const { events } = await tellOne({ shows: () => ({ status: 200 }), takes: taken, times: own });
    expect(events.filter((one) => one.startsWith("HEAD"))).toHaveLength(2);
    expect(events.filter((one) => one.startsWith("POST"))).toHaveLength(2);
  });

  test("never where it does not answer, and no look is waited for too long", async () => {
    const own = { ...times, edgeMs: 2, answerMs: 20 };
    const { events } = await tellOne({ shows: () => null, times: own });
    expect(events.filter((one) => !/^(HEAD|POST)/.test(one))).toEqual([
      "Waiting for the edge to show the new feeds",
      "wait 1",
      "Notifying hubs",
      "Waiting for the new feeds to reach every location",
      "wait 1",
    ]);
  });
});

describe("a ping", () => {
  /** The forms that a hub gets of so many topics. */
  async function formsOf(count: number): Promise<URLSearchParams[]> {
    const forms: URLSearchParams[] = [];
    const hub = await startServer(({ form }) => {
      forms.push(form);
      return { status: 204 };
    });
    const urls = Array.from({ length: count }, (_, n) => `https://quay.example/${n}`);
    await pingHubs(new MemoryStore(), new Map([[hub, urls]]), [], { times });
    return forms.slice(0, forms.length / 2);
  }

  test("names each topic as hubs of WebSub and of PubSubHubbub read it", async () => {
    const [form] = await formsOf(2);
    expect([...(form ?? [])]).toEqual([
      ["hub.mode", "publish"],
      ["hub.url", "https://quay.example/0"],
      ["hub.topic", "https://quay.example/0"],
      ["hub.url", "https://quay.example/1"],
      ["hub.topic", "https://quay.example/1"],
    ]);
  });

  test.for([
    { topics: 50, pings: [50] },
    { topics: 51, pings: [50, 1] },
    { topics: 120, pings: [50, 50, 20] },
  ])("has fifty topics at most: $topics are told in pings of $pings", async ({ topics, pings }) => {
    const forms = await formsOf(topics);
    expect(forms.map((form) => form.getAll("hub.url").length)).toEqual(pings);
    expect(new Set(forms.flatMap((form) => form.getAll("hub.url"))).size).toBe(topics);
  });

  test.for([
    { name: "is refused", takes: () => ({ status: 503 }), answerMs: times.answerMs, says: "HTTP 503" },
    { name: "is not answered", takes: () => null, answerMs: 20, says: "no answer in 0.02 seconds" },
  ])("that $name is told with the reason, and stays noted", async ({ takes, answerMs, says }) => {
    const { reasons, left } = await tellOne({ shows: fresh, takes, times: { ...times, answerMs } });
    expect(reasons).toEqual([says]);
    expect(left).not.toBeNull();
  });

  test("that is refused at first and taken after the propagation is no failure", async () => {
    const answers = [{ status: 503 }, { status: 202 }];
    const { reasons, left } = await tellOne({ shows: fresh, takes: () => answers.shift() ?? null });
    expect([reasons, left]).toEqual([[], null]);
  });

  test.for([
    { name: "is refused", takes: () => ({ status: 503 }), answerMs: times.answerMs, says: "HTTP 503" },
    { name: "is not answered", takes: () => null, answerMs: 20, says: "no answer in 0.02 seconds" },
  ])(
    "of topics past the fiftieth that $name is a failure of them all, and all stay noted",
    async ({ takes, answerMs, says }) => {
      const hub = await startServer(({ form }) =>
        form.getAll("hub.url").length === 1 ? takes() : { status: 202 },
      );
      const urls = Array.from({ length: 51 }, (_, n) => `https://quay.example/${n}`);
      const store = new MemoryStore();
      const failed = await pingHubs(store, new Map([[hub, urls]]), [], { times: { ...times, answerMs } });
      expect(failed).toEqual([{ hub, reason: says }]);
      // The note that was made before the publish stands as it is.
      expect(await store.get(HUBS_KEY)).toBeNull();
    },
  );
});

describe("a hub that was told in another way", () => {
  test("is not told again; what it did not take stays noted, and all else is settled", async () => {
    const heard: string[] = [];
    const origin = await startServer(({ method, path }) => {
      heard.push(`${method} ${path}`);
      return { status: 204 };
    });
    const [took, missed] = [`${origin}/took`, `${origin}/missed`];
    const topics = [{ url: `${origin}/rss.xml`, tag: 'W/"2.new"' }];
    const store = new MemoryStore();
    const news = await notePings(store, [took, missed], topics);
    const settled = new Map([
      [took, []],
      [missed, [`${origin}/rss.xml`]],
    ]);
    expect(await pingHubs(store, news, topics, { times, settled })).toEqual([]);
    expect(heard).toEqual([]);
    const noted = new TextDecoder().decode((await store.get(HUBS_KEY))?.value);
    expect(JSON.parse(noted)).toEqual({ [missed]: [`${origin}/rss.xml`] });
  });
});
