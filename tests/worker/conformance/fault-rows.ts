import type { Row } from "./row.ts";

/** Spellings of the publisher's own keys, none of which may be reached. */
const RESERVED = [
  "/ledger",
  "//ledger",
  "/ledger/0001",
  "/journal",
  "/%2e%2e/ledger",
  "/../ledger",
  "/articles/../../ledger",
  "/./ledger",
  "/%6cedger",
  "/ledger?",
  "/\\ledger",
  "/;/ledger",
];

/** Paths that are no paths. */
const MALFORMED = [
  "/%00",
  "/ledger%00",
  "/%2Fledger",
  "/..%2fledger",
  "/a%5Cb",
  "/%ff",
  "/%zz",
  "/%",
  "/%0d%0aSet-Cookie:a",
  "/a%7f",
];

/** Methods that this site does not know. */
const METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"];

/** What the edge never does, whatever it is asked or finds in the store. */
export function faultRows(): Row[] {
  const unreadable = (name: string, target: string): Row => ({
    name: `${name} is 503 with Retry-After (RFC 9110 §15.6.4)`,
    request: { target },
    status: 503,
    fields: {
      "Retry-After": "30",
      "Cache-Control": "no-store",
      "Set-Cookie": null,
      Location: null,
      ETag: null,
      "Access-Control-Allow-Origin": "*",
    },
    body: "This site cannot answer now.\n",
    onServe: false,
  });
  return [
    ...RESERVED.map((target) => ({
      name: `a reserved key cannot be reached as ${target}`,
      request: { target },
      status: 404,
      body: /Page not found/,
    })),
    ...MALFORMED.map((target) => ({
      name: `${target} is 400 (RFC 9110 §15.5.1)`,
      request: { target },
      status: 400,
      fields: {
        "Cache-Control": "no-store",
        "Content-Type": "text/plain; charset=utf-8",
        "Set-Cookie": null,
        "Access-Control-Allow-Origin": "*",
      },
      body: "This address is malformed.\n",
    })),
    ...[513, 8000].map((length) => ({
      name: `a path of ${length} bytes is 404: no key is that long, and none is asked for (RFC 9110 §15.5.5)`,
      request: { target: `/${"a".repeat(length - 1)}` },
      status: 404,
      fields: { "Cache-Control": "public, max-age=0", "Access-Control-Allow-Origin": "*" },
      body: "There is nothing at this address.\n",
    })),
    {
      name: "a path of 8,001 bytes is 414 (RFC 9110 §15.5.15)",
      request: { target: `/${"a".repeat(8000)}` },
      status: 414,
      fields: { "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*" },
      body: "This address is too long.\n",
    },
    {
      name: "a path of 512 bytes is not too long",
      request: { target: `/${"a".repeat(511)}` },
      status: 404,
      body: /Page not found/,
    },
    {
      name: "what is short but long once it is encoded is 404",
      request: { target: `/${"%C3%A9".repeat(100)}` },
      status: 404,
    },
    ...METHODS.map((method) => ({
      name: `${method} is 405, also where nothing is (RFC 9110 §15.5.6)`,
      request: { method, target: "/nothing", fields: { "Content-Length": "0" } },
      status: 405,
      fields: {
        Allow: "GET, HEAD, OPTIONS",
        "Cache-Control": "no-store",
        "Access-Control-Allow-Origin": "*",
      },
      body: "This site answers GET and HEAD.\n",
    })),
    {
      name: "OPTIONS * asks about the server (RFC 9110 §9.3.7)",
      request: { method: "OPTIONS", target: "*" },
      status: 204,
      fields: { Allow: "GET, HEAD, OPTIONS" },
    },
    {
      name: "a document of the contract before is served",
      request: { target: "/contract-before" },
      status: 200,
      fields: { "Content-Type": "text/plain; charset=utf-8", "Content-Length": "3" },
      body: "old",
    },
    unreadable("a document of the next contract", "/contract-after"),
    unreadable("a value that is none of ours", "/foreign"),
    unreadable("a line break in a stored type", "/injected-type"),
    unreadable("a line break in a stored tag", "/injected-tag"),
    unreadable("a line break in a stored target", "/injected-target"),
    unreadable("a stored target on another host without a scheme", "/open-target"),
    unreadable("a stored target that is a script", "/script-target"),
    {
      name: "no redirect leaves the site, whatever the path (CWE-601)",
      request: { target: "//elsewhere.example/articles/article-3/" },
      status: 404,
      fields: { Location: null },
    },
    {
      name: "the request's host does not matter: links come from the settings",
      request: { target: "/rss.xml", fields: { Host: "elsewhere.example" } },
      status: 200,
      fields: { Link: '<https://quay.example/rss.xml>; rel="self"' },
      body: /^(?!.*elsewhere)/s,
    },
    {
      name: "pages allow no script, no frame around them and no foreign form",
      request: { target: "/" },
      status: 200,
      fields: {
        "Content-Security-Policy": /^default-src 'none'; (?!.*(?:script|unsafe)).*frame-ancestors 'self'$/,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": /camera=\(\)/,
        "X-Content-Type-Options": "nosniff",
        "Strict-Transport-Security": null,
        "Server-Timing": null,
      },
    },
  ];
}
