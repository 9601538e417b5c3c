import { describe, expect, test } from "vitest";
import { livePage, livePageFields, livePolicy, standInPage } from "../../src/dev/live-page.ts";
import { DELIVERY } from "../../src/representation/cache-policy.ts";
import { storageKeyOfPath } from "../../src/representation/storage-key.ts";

const LIVE = { version: 7, nonce: "bm9uY2U=" };
const SCRIPT = '<script type="module" src="/feedwright-dev//live.js?version=7" nonce="bm9uY2U="></script>';

test("the script ends the head, and nothing else of the page changes", () => {
  const html = "<!doctype html>\n<html><head><title>$& Tea</title></head>\n<body>&amp; </head></body></html>";
  const live = livePage(html, LIVE);
  expect(live.indexOf(`${SCRIPT}</head>`)).toBe(live.indexOf("</head>") - SCRIPT.length);
  expect(live.replace(SCRIPT, "")).toBe(html);
});

test("a page without a head gets it at its end", () => {
  expect(livePage("Tea", LIVE)).toBe(`Tea${SCRIPT}`);
});

test("no document of a site can stand where the script does", () => {
  const [, path = ""] = /src="([^"?]+)/.exec(SCRIPT) ?? [];
  expect(storageKeyOfPath(path)).toBeNull();
});

test("a live page is never kept, and tells nothing of the bytes that it was made of", () => {
  const fields = livePageFields(
    [
      ["Content-Type", "text/html; charset=utf-8"],
      ["ETag", 'W/"1.2"'],
      ["last-modified", "Tue, 24 Nov 2026 08:35:27 GMT"],
      ["Content-Length", "12"],
      ["Cache-Control", "public, max-age=60"],
      ["Vary", "Accept-Encoding"],
    ],
    LIVE,
  );
  expect(fields).toEqual([
    ["Content-Type", "text/html; charset=utf-8"],
    ["Vary", "Accept-Encoding"],
    ["Cache-Control", "no-store"],
  ]);
});

describe("the policy of a live page", () => {
  test.for([
    {
      name: "lets the one script in where there was none",
      policy: "default-src 'none'; style-src 'self'; connect-src 'self'",
      live: "default-src 'none'; style-src 'self'; connect-src 'self'; script-src 'nonce-x'",
    },
    {
      name: "says no more 'none' where something is allowed",
      policy: "script-src 'none'; connect-src 'none'; style-src 'none'",
      live: "script-src 'nonce-x'; connect-src 'self'; style-src 'self'",
    },
    {
      name: "keeps what the default allowed",
      policy: "default-src https:",
      live: "default-src https:; script-src https: 'nonce-x'; connect-src https: 'self'; style-src https: 'self'",
    },
    {
      name: "reads names in any letters, and empty directives",
      policy: " ;Connect-Src *;; base-uri 'none'",
      live: "connect-src * 'self'; base-uri 'none'; script-src 'nonce-x'; style-src 'self'",
    },
  ])("$name", ({ policy, live }) => {
    expect(livePolicy(policy, "x")).toBe(live);
  });

  test("differs from that of a published page in its script alone", () => {
    const published = DELIVERY.page.fields["Content-Security-Policy"] ?? "";
    expect(livePolicy(published, "x")).toBe(`${published}; script-src 'nonce-x'`);
  });
});

test("a page that stands in for one says its sentence as text", () => {
  expect(standInPage("<b> & co").html).toContain("<h1>&lt;b&gt; &amp; co</h1>");
});
