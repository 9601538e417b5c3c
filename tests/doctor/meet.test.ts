import { describe, expect, test } from "vitest";
import type { Asked } from "../../src/doctor/visit/exchange.ts";
import { meet } from "../../src/doctor/visit/meet.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { unanswered } from "./met.ts";
import { FEED, HTML, LINK, meetOne, PAGE, PLAIN, page, redirect, rssText, siteOf } from "./site-in-memory.ts";

describe("a visit", () => {
  test("begins with the page, and meets the feeds that it names", async () => {
    const { ask } = siteOf({ [PAGE]: page(), [FEED]: { body: rssText() } });
    expect(await meet(PAGE, ask)).toMatchObject({
      url: PAGE,
      redirects: [],
      start: { asked: { method: "GET", url: PAGE, headers: PLAIN } },
      startsAtFeed: false,
      feeds: [
        {
          url: FEED,
          declaredType: "application/rss+xml",
          redirects: [],
          feed: { format: "rss" },
          archives: [],
        },
      ],
    });
  });

  test("may begin with a feed, which no head calls anything", async () => {
    const { ask } = siteOf({ [FEED]: { headers: { "Content-Type": "text/xml" }, body: rssText() } });
    expect(await meet(FEED, ask)).toMatchObject({
      startsAtFeed: true,
      feeds: [{ url: FEED, declaredType: null, feed: { format: "rss" } }],
    });
  });

  test("takes a feed that is served as text/html for a page, as browsers do", async () => {
    const { ask } = siteOf({ [FEED]: { headers: HTML, body: rssText() } });
    expect(await meet(FEED, ask)).toMatchObject({ startsAtFeed: false, feeds: [] });
  });

  test("ends where there is no answer", async () => {
    const { ask, asked } = siteOf({ [PAGE]: unanswered("broken") });
    expect(await meet(PAGE, ask)).toMatchObject({
      startsAtFeed: false,
      feeds: [],
      hubs: [],
      absent: [],
      start: { fault: { what: "broken" } },
    });
    expect(asked).toHaveLength(1);
  });

  test("finds feeds below the address that a redirect leads to", async () => {
    const moved = "https://news.quay.example/";
    const { ask } = siteOf({ [PAGE]: redirect(moved), [moved]: page() });
    expect(await meet(PAGE, ask)).toMatchObject({
      url: PAGE,
      redirects: [{ asked: { url: PAGE } }],
      start: { asked: { url: moved } },
      feeds: [{ url: "https://news.quay.example/rss.xml" }],
    });
  });

  test("asks once only for what is no feed", async () => {
    const { ask, asked } = siteOf({ [PAGE]: page() });
    await meet(PAGE, ask);
    expect(asked.map(({ method, url }) => [method, url])).toEqual([
      ["GET", PAGE],
      ["GET", FEED],
    ]);
  });

  test("keeps the beginning of a body alone, which tells a challenge", async () => {
    const { ask } = siteOf({
      [PAGE]: page(LINK + "x".repeat(20_000)),
      [FEED]: { body: rssText().padEnd(20_000) },
    });
    const { start, feeds } = await meet(PAGE, ask);
    const kept = [start, ...feeds.flatMap(({ plain, coded, byDate }) => [plain, coded, byDate ?? plain])];
    expect(kept.map(({ answer }) => answer?.body?.byteLength)).toEqual(kept.map(() => 16_384));
    expect(kept.map(({ answer }) => answer?.body?.buffer.byteLength)).toEqual(kept.map(() => 16_384));
  });

  test("ends when nothing more is asked, without the feed that it was at", async () => {
    const links = ["a", "b", "c"].map((name) => LINK.replace("rss.xml", name));
    const { ask } = siteOf({ [PAGE]: page(links.join("")), [`${PAGE}a`]: { body: rssText() } });
    let left = 5;
    const { feeds, cutShort } = await meet(PAGE, async (one) => {
      left -= 1;
      return left < 0 ? { ...unanswered("it was late", "spent"), asked: one } : ask(one);
    });
    expect(feeds.map(({ url }) => url)).toEqual([`${PAGE}a`, `${PAGE}b`]);
    expect(cutShort).toBe("it was late, and 1 of 3 feeds were left out");
  });

  test("ends so among the feeds that the site had before, which count too", async () => {
    const { ask } = siteOf({ [PAGE]: page(), [FEED]: { status: 410 } });
    const known = ["/feed/", "/atom/", "/old/"].map((address) => adoptedFeed({ address }));
    let left = 3;
    const { oldFeeds, cutShort } = await meet(
      PAGE,
      async (one) => {
        left -= 1;
        return left < 0 ? { ...unanswered("it was late", "spent"), asked: one } : ask(one);
      },
      known,
    );
    expect(oldFeeds.map(({ known }) => known.address)).toEqual(["/feed/"]);
    expect(cutShort).toBe("it was late, and 2 of 4 feeds were left out");
  });

  test("asks the hubs that its feeds name", async () => {
    const hub = '<a:link rel="hub" href="https://hub.example/"/>';
    const { ask } = siteOf({
      [PAGE]: page(),
      [FEED]: { body: rssText().replace("<channel>", `<channel>${hub}`) },
    });
    const { hubs } = await meet(PAGE, ask);
    expect(hubs.map(({ url, refusal }) => [url, refusal.asked.method])).toEqual([
      ["https://hub.example/", "POST"],
    ]);
  });

  test("passes on what goes wrong with itself", async () => {
    const { ask } = siteOf({ [PAGE]: page() });
    const broken = async (one: Asked) => {
      if (one.url === FEED) throw new TypeError("a defect");
      return ask(one);
    };
    await expect(meet(PAGE, broken)).rejects.toThrow("a defect");
  });

  test("meets the first twelve feeds of a page", async () => {
    const links = Array.from({ length: 13 }, (_, n) => LINK.replace("rss.xml", `${n}.xml`));
    const { ask } = siteOf({ [PAGE]: page(links.join("")) });
    const { feeds } = await meet(PAGE, ask);
    expect(feeds.map(({ url }) => url)).toEqual(Array.from({ length: 12 }, (_, n) => `${PAGE}${n}.xml`));
  });
});

describe("redirects", () => {
  test.for([301, 302, 303, 307, 308])("with %s are followed, also to a relative address", async (status) => {
    const feed = await meetOne(redirect("sea/rss.xml", status), {
      [`${PAGE}sea/rss.xml`]: { body: rssText() },
    });
    expect(feed).toMatchObject({
      url: FEED,
      redirects: [{ asked: { url: FEED }, answer: { status } }],
      plain: { asked: { method: "GET", url: `${PAGE}sea/rss.xml`, headers: PLAIN } },
      feed: { format: "rss" },
    });
  });

  test.for([200, 201, 300, 304, 305])("are none with %s", async (status) => {
    const feed = await meetOne(redirect("/sea/rss.xml", status));
    expect(feed).toMatchObject({ redirects: [], plain: { asked: { url: FEED }, answer: { status } } });
  });

  test.for([{ status: 301 }, redirect("https://")])("that lead nowhere are not followed", async (answer) => {
    expect(await meetOne(answer)).toMatchObject({ redirects: [], plain: { answer: { status: 301 } } });
  });

  test("are followed five times, then no more", async () => {
    const hops = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${PAGE}${n}`, redirect(`/${n + 1}`)]));
    const feed = await meetOne(redirect("/1"), hops);
    expect(feed.redirects.map(({ asked }) => asked.url)).toEqual([
      FEED,
      ...[1, 2, 3, 4].map((n) => PAGE + n),
    ]);
    expect(feed.plain).toMatchObject({ asked: { url: `${PAGE}5` }, answer: { status: 301 } });
  });
});

describe("a feed is asked for", () => {
  test("in the ways that readers do, at the address that it is found at", async () => {
    const at = "https://quay.example/moved.xml";
    const headers = { ETag: 'W/"1"', "Last-Modified": "Tue, 01 Jul 2025 17:00:00 GMT" };
    const { ask, asked } = siteOf({
      [PAGE]: page(),
      [FEED]: redirect(at),
      [at]: { headers, body: rssText() },
    });
    const [feed] = (await meet(PAGE, ask)).feeds;
    const expected = {
      plain: { method: "GET", url: at, headers: PLAIN },
      coded: { method: "GET", url: at, headers: { "Accept-Encoding": "gzip, br", Origin: PLAIN.Origin } },
      head: { method: "HEAD", url: at, headers: PLAIN },
      byTag: { method: "GET", url: at, headers: { ...PLAIN, "If-None-Match": 'W/"1"' } },
      byRecodedTag: { method: "GET", url: at, headers: { ...PLAIN, "If-None-Match": 'W/"1-gzip"' } },
      byDate: {
        method: "GET",
        url: at,
        headers: { ...PLAIN, "If-Modified-Since": headers["Last-Modified"] },
      },
    };
    const { plain, coded, head, byTag, byRecodedTag, byDate } = feed ?? {};
    const ways = { plain, coded, head, byTag, byRecodedTag, byDate };
    expect(Object.fromEntries(Object.entries(ways).map(([way, exchange]) => [way, exchange?.asked]))).toEqual(
      expected,
    );
    const start = { method: "GET", url: PAGE, headers: PLAIN };
    const absent = { ...start, url: "https://quay.example/feedwright-doctor/nothing-is-here" };
    expect(asked).toEqual([start, { ...start, url: FEED }, ...Object.values(expected), absent, absent]);
  });

  test("with no validator that it has not", async () => {
    expect(await meetOne({ body: rssText() })).toMatchObject({
      byTag: null,
      byRecodedTag: null,
      byDate: null,
    });
  });

  test("with a quote added only at the end of its tag", async () => {
    const { byRecodedTag } = await meetOne({ headers: { ETag: '"a"b' }, body: rssText() });
    expect(byRecodedTag?.asked.headers["If-None-Match"]).toBe('"a"b');
  });

  test.for([
    { name: "no answer", answer: unanswered("broken"), reason: "broken" },
    {
      name: "no answer, and no word why",
      answer: { ...unanswered(""), fault: null },
      reason: "there is no answer",
    },
    { name: "another answer", answer: { status: 410, body: rssText() }, reason: "it answers with 410" },
    {
      name: "a broken coding",
      answer: { body: null },
      reason: "its content coding cannot be undone",
    },
    { name: "a page", answer: { body: "<html>" }, reason: "it is a web page" },
  ])("and $name is no feed", async ({ answer, reason }) => {
    expect(await meetOne(answer)).toMatchObject({ feed: { reason }, archives: [] });
  });
});
