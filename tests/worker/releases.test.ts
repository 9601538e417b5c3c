import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SITE_TOML } from "../content-folder.ts";
import { BakedSite, PIXEL } from "./baked-site.ts";
import type { Edge, KvEntry } from "./edge.ts";
import { STILL_NOW, startEdge } from "./edge.ts";
import type { RawAnswer } from "./raw-http.ts";
import { sendRaw } from "./raw-http.ts";

/** The instant at which one article comes and another goes. */
const INSTANT = STILL_NOW + 40;
const iso = new Date(INSTANT * 1000).toISOString();
const FILES = {
  "site.toml": `${SITE_TOML}poll_minutes = 15\n`,
  "old.md": "---\ntitle: Old\ndate: 2026-01-01\n---\nSee [the next](next.md).\n",
  "ad.md": `---\ntitle: Ad\ndate: 2026-01-02\nexpires: ${iso}\n---\nOf an ad.\n`,
  "next.md": `---\ntitle: Embargo\ndate: ${iso}\naliases: [/was]\ntags: [hush]\n---\n![x](x.png) Kept back.\n`,
  "x.png": PIXEL,
};

let before: Edge;
let after: Edge;
let stored: readonly KvEntry[] = [];
beforeAll(async () => {
  stored = new BakedSite().bake(FILES, STILL_NOW - 3600).put;
  before = await startEdge({ now: STILL_NOW });
  after = await startEdge({ now: INSTANT });
  for (const edge of [before, after]) await edge.put(stored);
});
afterAll(() => Promise.all([before.stop(), after.stop()]));

const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json"] as const;
const PAGE = "/articles/next";
const ask = (edge: Edge, target: string, fields = {}) => sendRaw(edge.port, { target, fields });
const seen = ({ status, fields, body }: RawAnswer) => ({ status, fields, body: body.toString("latin1") });

describe("before its instant", () => {
  test.for([
    ["its page", PAGE],
    ["its page with a slash", `${PAGE}/`],
    ["its page in capitals", "/Articles/NEXT"],
    ["its alias", "/was"],
    ["the page of its tag", "/tags/hush"],
    ["the feed of its tag", "/tags/hush/rss.xml"],
  ] as const)("%s is what an unknown address is", async ([, target]) => {
    const unknown = seen(await ask(before, "/nothing-at-all"));
    expect(seen(await ask(before, target))).toEqual(unknown);
  });

  test("its picture is what an unknown address is", async () => {
    const { key = "" } = stored.find((one) => one.key.endsWith(".png")) ?? {};
    expect(seen(await ask(before, key))).toEqual(seen(await ask(before, "/nothing-at-all")));
  });

  test("no key that is stored gives a byte of it", async () => {
    for (const { key } of stored) {
      if (!key.startsWith("/")) continue;
      const answer = await ask(before, key);
      if (answer.status === 200 && !key.endsWith(".png")) {
        expect(answer.text(), key).not.toMatch(/Embargo|Kept back|hush/);
      }
    }
  });

  test.for(FEEDS)("the cache lives of %s end with it, stale times included", async (feed) => {
    const answer = await ask(before, feed);
    expect(answer.field("Cache-Control")).toBe("public, max-age=40");
    expect(answer.field("Cloudflare-CDN-Cache-Control")).toBe(
      "max-age=40, stale-while-revalidate=0, stale-if-error=0",
    );
  });

  test.for([...FEEDS, "/"])("%s is the same in every coding, without what lies behind it", async (path) => {
    const whole = (await ask(before, path)).text();
    expect(whole).not.toContain("Embargo");
    for (const coding of ["gzip", "br, gzip"]) {
      const answer = await ask(before, path, { "Accept-Encoding": coding });
      expect(answer.text()).toBe(whole);
      expect(answer.field("Content-Length")).toBe(String(answer.body.byteLength));
    }
  });

  test("what it does not change lives as long as ever", async () => {
    expect((await ask(before, "/robots.txt")).field("Cache-Control")).toBe("public, max-age=3600");
  });

  test.for(FEEDS)("the tag that %s will have is no match", async (feed) => {
    const tag = (await ask(after, feed)).field("ETag");
    expect((await ask(before, feed, { "If-None-Match": tag })).status).toBe(200);
  });

  test("a link to it is plain text", async () => {
    const page = await ask(before, "/articles/old");
    expect(page.text()).toContain("See the next");
    expect(page.text()).not.toContain(PAGE);
  });
});

describe("from its instant on", () => {
  test("its page is there, dated by it", async () => {
    const page = await ask(after, PAGE);
    expect([page.status, page.field("Last-Modified")]).toEqual([200, new Date(INSTANT * 1000).toUTCString()]);
    expect(page.text()).toContain("Kept back");
  });

  test.for(FEEDS)("%s has it, under a newer edition", async (feed) => {
    const answer = await ask(after, feed);
    expect(answer.text()).toContain("Embargo");
    expect(answer.field("ETag")).toMatch(new RegExp(`^W/"${INSTANT}\\.`));
    expect(answer.field("Cache-Control")).toBe("public, max-age=900");
  });

  test.for(FEEDS)("%s is sent as what changed to whoever has the edition before", async (feed) => {
    const tag = (await ask(before, feed)).field("ETag");
    const answer = await ask(after, feed, { "If-None-Match": tag, "A-IM": "feed" });
    if (answer.status !== 200) expect(answer.status).toBe(226);
    expect(answer.text()).toContain("Embargo");
  });

  test("HEAD has the fields of GET", async () => {
    const head = await sendRaw(after.port, { method: "HEAD", target: PAGE });
    const get = await ask(after, PAGE);
    expect(head.fields).toEqual(get.fields);
  });

  test("its picture is there, in ranges too", async () => {
    const { key = "" } = stored.find((one) => one.key.endsWith(".png")) ?? {};
    const part = await ask(after, key, { Range: "bytes=1-3" });
    expect([part.status, part.body.toString("latin1")]).toEqual([206, "PNG"]);
  });

  test("a withdrawn article is 410, and in no feed", async () => {
    expect((await ask(before, "/articles/ad")).status).toBe(200);
    expect((await ask(after, "/articles/ad")).status).toBe(410);
    for (const feed of FEEDS) expect((await ask(after, feed)).text()).not.toContain("Of an ad");
  });

  test("the link to it leads there", async () => {
    expect((await ask(after, "/articles/old")).text()).toContain(PAGE);
  });
});
