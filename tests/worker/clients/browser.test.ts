import { createServer } from "node:http";
import type { Browser, ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeMetadata } from "../../../src/representation/decode-metadata.ts";
import { HAS_CHROMIUM, startChromium } from "../../pages/chromium.ts";
import { bakeSample } from "../conformance/sample.ts";
import type { Edge } from "../edge.ts";
import { startEdge } from "../edge.ts";

// What asks, and what stands between, goes by the clock of the machine.
const sample = bakeSample(Math.floor(Date.now() / 1000));
const json = sample.documents.find(({ path }) => path === "/feed.json");

describe.skipIf(!HAS_CHROMIUM)("fetch in Chromium from another origin", () => {
  let edge: Edge;
  let browser: Browser;
  /** The only one: each costs a process. */
  let page: Page;
  let pageOrigin: string;
  const server = createServer((_, response) => response.end("<!doctype html><title>An application</title>"));

  beforeAll(async () => {
    edge = await startEdge();
    await edge.put(sample.entries);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    // Another host name of this machine, so that it is another site too.
    pageOrigin = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
    browser = await startChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await edge.stop();
  });

  /** Fetches in a page of the other origin; gives what its script can see. */
  async function fetchInPage(
    path: string,
    init: { method?: string; headers?: Record<string, string>; cache?: "no-store" | "no-cache" },
  ) {
    if (new URL(page.url()).origin !== pageOrigin) await page.goto(pageOrigin);
    return page.evaluate(
      async ([url, options]) => {
        const response = await fetch(url, options);
        const text = await response.text();
        return {
          status: response.status,
          url: response.url,
          headers: Object.fromEntries(response.headers),
          text,
        };
      },
      [`${edge.origin}${path}`, init] as const,
    );
  }

  test("reads the JSON Feed, its ETag and its Link", async () => {
    const { status, headers, text } = await fetchInPage("/feed.json", {});
    expect(status).toBe(200);
    expect(headers.etag).toBe(json?.tag);
    expect(headers.link).toBe('<https://quay.example/feed.json>; rel="self"');
    expect(text).toBe(json?.body.toString());
  });

  test("reads a 304 of its own If-None-Match, after a preflight", async () => {
    const { status, headers, text } = await fetchInPage("/feed.json", {
      headers: { "If-None-Match": json?.tag ?? "" },
      cache: "no-store",
    });
    expect([status, headers.etag, text]).toEqual([304, json?.tag, ""]);
  });

  test("reads a delta and its IM", async () => {
    const { status, headers, text } = await fetchInPage("/feed.json", {
      headers: { "If-None-Match": json?.tagBefore ?? "", "A-IM": "feed" },
      cache: "no-store",
    });
    expect([status, headers.im, headers.etag]).toEqual([226, "feed", json?.tag]);
    const { items } = JSON.parse(text) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(["Article 13", "Article 12, corrected"]);
  });

  test("reads a part of an image", async () => {
    const path = sample.documents.find(({ kind }) => kind === "media")?.path ?? "";
    const { status, headers } = await fetchInPage(path, { headers: { Range: "bytes=0-9" } });
    expect([status, headers["content-range"]]).toEqual([206, expect.stringMatching(/^bytes 0-9\/\d+$/)]);
  });

  test.for([
    ["an alias", "/feed/json", 200],
    ["an unknown address", "/nothing", 404],
    ["a deleted document", "/gone", 410],
    ["a malformed address", "/%00", 400],
    ["a store that fails", "/foreign", 503],
  ] as const)("can read the status of %s", async ([, path, status]) => {
    const answer = await fetchInPage(path, {});
    expect(answer.status).toBe(status);
    if (status === 503) expect(answer.headers["retry-after"]).toBe("30");
  });

  test.for(["/rss.xml", "/atom.xml"])(
    "%s is shown in its stylesheet to a person who opens it",
    async (path) => {
      await page.goto(`${edge.origin}${path}`);
      expect(await page.evaluate("[document.contentType, document.styleSheets.length]")).toEqual([
        "application/xml",
        1,
      ]);
    },
  );

  test.for(htmlPaths())("%s loads its stylesheet, and nothing breaks its policy", async (path) => {
    const complaints: string[] = [];
    const listen = (message: ConsoleMessage) => {
      if (/Content[ -]Security[ -]Policy/i.test(message.text())) complaints.push(message.text());
    };
    page.on("console", listen);
    await page.goto(`${edge.origin}${path}`);
    page.off("console", listen);
    expect(complaints).toEqual([]);
    expect(await page.evaluate("document.styleSheets.length")).toBe(1);
  });
});

/** One page of each kind: two paths are of one kind where they begin alike. */
function htmlPaths(): string[] {
  const pages = sample.entries.filter(({ metadata }) => decodeMetadata(metadata)?.kind === "page");
  const byKind = new Map(pages.map(({ key }) => [key.split("/")[1] ?? "", key]));
  return [...byKind.values()];
}
