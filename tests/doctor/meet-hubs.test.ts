import { expect, test } from "vitest";
import { meetHubs } from "../../src/doctor/visit/meet-hubs.ts";
import { met, rss } from "./met.ts";
import { PLAIN, siteOf } from "./site-in-memory.ts";

test("three hubs are asked at most, each once, for what no hub may accept (WebSub §5.1)", async () => {
  const { ask, asked } = siteOf({});
  const hubs = (...names: string[]) => met({ feed: rss({ hubs: names }) });
  const feeds = [
    hubs("https://", "/hub", "https://one.example/"),
    hubs("https://one.example/"),
    met({ feed: { reason: "it is a web page" } }),
    hubs("https://two.example/", "https://three.example/"),
  ];
  const found = await meetHubs(feeds, ask);
  const urls = ["https://quay.example/hub", "https://one.example/", "https://two.example/"];
  expect(found.map(({ url, refusal }) => [url, refusal.answer?.status])).toEqual(
    urls.map((url) => [url, 404]),
  );
  expect(asked).toEqual(
    urls.map((url) => ({
      method: "POST",
      url,
      headers: { ...PLAIN, "Content-Type": "application/x-www-form-urlencoded" },
      body: "hub.mode=subscribe",
    })),
  );
});
