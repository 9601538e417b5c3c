import { expect, test } from "vitest";
import { OWN_PAGES_SCRIPT } from "../../../src/command/serve/own-pages.ts";

interface OwnPages {
  readonly opensPage: (request: Request) => boolean;
  readonly ownPage: (answer: Response) => Promise<Response>;
}

// It runs in workerd, which has the same Request and Response.
const { opensPage, ownPage }: OwnPages = await import(
  `data:text/javascript,${encodeURIComponent(OWN_PAGES_SCRIPT)}`
);

const FEED =
  '<link rel="alternate" type="application/rss+xml" title="T" href="https://quay.example/rss.xml">';

async function shown(html: string, { status = 200, type = "text/html; charset=utf-8" } = {}) {
  const answer = new Response(html, { status, headers: { "Content-Type": type, ETag: 'W/"1"' } });
  const page = await ownPage(answer);
  expect(page.headers.get("ETag")).toBe('W/"1"');
  return page.text();
}

test.for([
  { html: '<img src="https://quay.example/media/a.png" alt="x">', is: '<img src="/media/a.png" alt="x">' },
  {
    html: '<img alt="" srcset="https://quay.example/a.webp 1x, https://quay.example/b.webp 2x">',
    is: '<img alt="" srcset="/a.webp 1x, /b.webp 2x">',
  },
  { html: '<a href="https://quay.example/articles/lock#gates">', is: '<a href="/articles/lock#gates">' },
  {
    html: '<video poster="https://quay.example/a.png" src="https://quay.example/a.mp4">',
    is: '<video poster="/a.png" src="/a.mp4">',
  },
  {
    html: '<link rel="icon" href="https://quay.example/media/i.png">',
    is: '<link rel="icon" href="/media/i.png">',
  },
])("a page asks for what is the site's own where it is served: $html", async ({ html, is }) => {
  expect(await shown(FEED + html)).toBe(FEED + is);
});

test.for([
  { name: "another site", html: '<img src="https://mole.example/a.png">' },
  { name: "a site whose name begins alike", html: '<a href="https://quay.example.org/a">' },
  { name: "an address within another", html: '<a href="https://share.example/?u=https://quay.example/a">' },
  { name: "a text", html: '<code>src="https://quay.example/a.png"</code>' },
  { name: "words for a picture", html: '<img src="/a.png" alt="https://quay.example/a">' },
  { name: "what search engines read", html: '<link rel="canonical" href="https://quay.example/a">' },
])("$name stays as it is", async ({ html }) => {
  expect(await shown(FEED + html)).toBe(FEED + html);
});

test.for([
  { name: "without feeds", page: "", with: {} },
  { name: "that says what is wrong", page: FEED, with: { status: 404 } },
  { name: "that is a feed", page: FEED, with: { type: "application/rss+xml" } },
])("an answer $name is handed on as it is", async ({ page, with: fields }) => {
  const html = `${page}<img src="https://quay.example/a.png">`;
  expect(await shown(html, fields)).toBe(html);
});

test("what a browser opens is a page; what a program asks for is what is published", () => {
  const asks = (method: string, accept: string) =>
    opensPage(new Request("http://127.0.0.1/", { method, headers: { Accept: accept } }));
  expect(asks("GET", "text/html,*/*;q=0.8")).toBe(true);
  expect(asks("GET", "*/*")).toBe(false);
  expect(asks("HEAD", "text/html")).toBe(false);
});
