import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, newswireText } from "../content-folder.ts";
import type { ServedSite } from "../served-site.ts";
import { serveSite } from "../served-site.ts";

const ARTICLE = "/articles/harbour-opens-second-lock";
const EDITION = "Tue, 01 Jul 2025 18:00:00 GMT";

const DOCUMENTS = [
  { path: "/", type: "text/html; charset=utf-8", maxAge: 60 },
  { path: ARTICLE, type: "text/html; charset=utf-8", maxAge: 60 },
  { path: "/rss.xml", type: "application/rss+xml; charset=utf-8", maxAge: 900 },
  { path: "/atom.xml", type: "application/atom+xml; charset=utf-8", maxAge: 900 },
  { path: "/feed.json", type: "application/feed+json; charset=utf-8", maxAge: 900 },
];

describe("a newswire text, published and served under workerd", () => {
  let site: ServedSite;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "feedwright-"));
    const content = contentFolder({ "000_1.txt": newswireText() }, join(folder, "content"));
    const flags = [
      "--url",
      "https://quay.example",
      "--now",
      "2025-07-01T18:00:00Z",
      "--persist-to",
      join(folder, "state"),
    ];
    expect((await runHere("bake", ["--content", content, ...flags])).exitCode).toBe(0);
    site = await serveSite(join(folder, "state"));
  });

  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(DOCUMENTS)("GET $path: type, validators, cache life; then 304", async ({ path, type, maxAge }) => {
    const first = await fetch(site.origin + path);
    expect(first.status).toBe(200);
    expect(first.headers.get("Content-Type")).toBe(type);
    expect(first.headers.get("Cache-Control")).toBe(`public, max-age=${maxAge}`);
    expect(first.headers.get("Last-Modified")).toBe(EDITION);
    expect(first.headers.get("Vary")).toMatch(/^Accept-Encoding(, Sec-Fetch-Dest, A-IM)?, Origin$/);
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^W\/"1751392800\.[0-9a-f]{16}"$/);

    const second = await fetch(site.origin + path, { headers: { "If-None-Match": tag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    expect(second.headers.get("ETag")).toBe(tag);
    const dated = await fetch(site.origin + path, { headers: { "If-Modified-Since": EDITION } });
    expect(dated.status).toBe(304);
  });

  test.for(DOCUMENTS)("HEAD $path has the fields of GET and no body", async ({ path, type }) => {
    const head = await fetch(site.origin + path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("Content-Type")).toBe(type);
    expect(await head.text()).toBe("");
  });

  test("every document names the article by the same URL, the feeds by the same id", async () => {
    const read = async (path: string) => (await fetch(site.origin + path)).text();
    const [index, page, rss, atom, json] = await Promise.all(DOCUMENTS.map(({ path }) => read(path)));
    expect(index).toContain(`<a href="${ARTICLE}">`);
    for (const text of [page, rss, atom, json]) expect(text).toContain(`https://quay.example${ARTICLE}`);
    const [item] = JSON.parse(json ?? "").items;
    expect(item.id).toBe("tag:quay.example,2025:000_1");
    expect(item._feedwright).toEqual({
      agency: "QN",
      edition: expect.any(Number),
      authors: [{ name: "A. Marsh", url: "https://quay.example/authors/a-marsh" }],
    });
    expect(rss).toContain(`<guid isPermaLink="false">${item.id}</guid>`);
    expect(atom).toContain(`<id>${item.id}</id>`);
    expect(page?.match(/<p>Paragraph/g)).toHaveLength(28);
    expect(page?.match(/<h2>/g)).toHaveLength(2);
  });

  test("an address that leads nowhere answers 404 with a page", async () => {
    const response = await fetch(`${site.origin}/articles/nothing`);
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain("Page not found");
  });

  test.for(["/ledger", "/error/404", "//ledger", "/%2e%2e/ledger"])(
    "the publisher's own key %s is not served",
    async (path) => {
      expect((await fetch(site.origin + path)).status).toBe(404);
    },
  );

  test.for(["POST", "PUT", "DELETE", "PATCH"])("%s answers 405 with Allow", async (method) => {
    const response = await fetch(`${site.origin}/rss.xml`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toContain("GET, HEAD");
  });
});
