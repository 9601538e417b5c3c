import { describe, expect, test } from "vitest";
import type { Answered } from "./met.ts";
import { FEED, meetOne, PAGE, PLAIN, redirect, rssText } from "./site-in-memory.ts";

describe("the archive behind a feed", () => {
  const archives = async (more: Readonly<Record<string, Answered>>, first = "/archive/2.xml") => {
    const feed = await meetOne({ body: rssText(first) }, more);
    return feed.archives.map(({ exchange }) => exchange.asked);
  };
  const at = (n: number) => `${PAGE}archive/${n}.xml`;

  test("is followed to its end, each address relative to its document", async () => {
    const more = { [at(2)]: { body: rssText("1.xml") }, [at(1)]: { body: rssText() } };
    expect(await archives(more)).toEqual([2, 1].map((n) => ({ method: "GET", url: at(n), headers: PLAIN })));
  });

  test("is followed to where it breaks", async () => {
    expect((await archives({ [at(2)]: { body: rssText("1.xml") } })).map(({ url }) => url)).toEqual([
      at(2),
      at(1),
    ]);
  });

  test.for([
    { name: "the feed", back: FEED, urls: [at(2), FEED] },
    { name: "an earlier document", back: "2.xml", urls: [at(2), at(1), at(2)] },
  ])("is followed until it comes back to $name", async ({ name, back, urls }) => {
    const more =
      name === "the feed"
        ? { [at(2)]: { body: rssText(back) } }
        : { [at(2)]: { body: rssText("1.xml") }, [at(1)]: { body: rssText(back) } };
    expect((await archives(more)).map(({ url }) => url)).toEqual(urls);
  });

  test("is followed over twenty documents, then no more", async () => {
    const chain = Array.from(
      { length: 30 },
      (_, n) => [at(n + 2), { body: rssText(`${n + 3}.xml`) }] as const,
    );
    expect((await archives(Object.fromEntries(chain))).map(({ url }) => url)).toEqual(
      Array.from({ length: 20 }, (_, n) => at(n + 2)),
    );
  });

  test("is followed over redirects", async () => {
    const more = { [at(2)]: redirect("/old/2.xml"), [`${PAGE}old/2.xml`]: { body: rssText() } };
    const { archives: met } = await meetOne({ body: rssText("/archive/2.xml") }, more);
    expect(met).toMatchObject([
      { exchange: { asked: { url: `${PAGE}old/2.xml` } }, feed: { format: "rss" } },
    ]);
  });

  test("is asked for as it is written where that is no address", async () => {
    expect((await archives({}, "https://")).map(({ url }) => url)).toEqual(["https://"]);
  });
});
