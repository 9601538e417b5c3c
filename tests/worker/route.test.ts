import { describe, expect, test } from "vitest";
import { ALIASES } from "../../src/representation/addresses.ts";
import { correctedAddresses } from "../../src/representation/corrected-addresses.ts";
import { negotiate } from "../../src/worker/accept.ts";
import type { EdgeRequest } from "../../src/worker/edge-request.ts";
import { readRequest, route } from "../../src/worker/edge-request.ts";

function request(pathname: string): EdgeRequest {
  const fields = new Headers();
  return {
    method: "GET",
    pathname,
    fields,
    acceptEncoding: "",
    search: "",
    host: "quay.example",
    nowSeconds: 0,
  };
}

describe("where a path leads, before the store is asked", () => {
  test.for([
    ["a document", "/articles/tea", { kind: "document", key: "/articles/tea" }],
    [
      "one key for every spelling (RFC 3986 §6.2.2)",
      "/%61rticles/te%61",
      { kind: "document", key: "/articles/tea" },
    ],
    [
      "an alias of other systems, which the publisher may have led elsewhere",
      "/index.xml",
      { kind: "document", key: "/index.xml" },
    ],
    [
      "an empty segment: no document, but perhaps one beside it",
      "//articles",
      { kind: "nowhere", key: "/articles" },
    ],
    ["an empty segment in what is no UTF-8", "//%ff", { kind: "refused", status: 400 }],
    ["what is no UTF-8", "/%ff", { kind: "refused", status: 400 }],
    ["a hidden slash", "/a%2fb", { kind: "refused", status: 400 }],
    ["a hidden dot segment", "/a/%2e%2e/b", { kind: "refused", status: 400 }],
    ["longer than a key can be", `/${"a".repeat(512)}`, { kind: "refused", status: 404 }],
    ["as long as a path may be", `/${"a".repeat(7999)}`, { kind: "refused", status: 404 }],
    ["longer than a path may be", `/${"a".repeat(8000)}`, { kind: "refused", status: 414 }],
  ] as const)("%s", ([, path, expected]) => {
    expect(route(request(path))).toEqual(expected);
  });

  test.for([
    ["JSON Feed by its own type", "application/feed+json", "/feed.json"],
    ["the weight decides", "application/rss+xml;q=0.1, application/atom+xml", "/atom.xml"],
    [
      "the most specific range decides (RFC 9110 §12.5.1)",
      "application/*;q=0.5, application/atom+xml;q=0.9",
      "/atom.xml",
    ],
    ["at equal weight RSS", "*/*", "/rss.xml"],
    ["nothing acceptable: RSS all the same", "image/png", "/rss.xml"],
    ["no wish: RSS", undefined, "/rss.xml"],
  ] as const)("/feed: %s", ([, accept, target]) => {
    const formats = ALIASES.get("/feed");
    expect(negotiate(accept ?? null, typeof formats === "object" ? formats : [])).toBe(target);
  });
});

describe("what a path that leads nowhere may have meant", () => {
  test.for([
    ["without its slash", "/articles/tea/", ["/articles/tea"]],
    ["with a slash", "/about", ["/about/"]],
    ["a dot makes no file of it", "/releases/v4.2.0", ["/releases/v4.2.0/"]],
    ["a dot and capitals", "/iOS-18.1/", ["/iOS-18.1", "/ios-18.1/", "/ios-18.1"]],
    ["in lower case, with and without slash", "/Tea", ["/Tea/", "/tea", "/tea/"]],
    ["letters composed", "/the%CC%81", ["/th%C3%A9", "/th%C3%A9/"]],
    ["without empty segments", "//tea//", ["/tea/", "/tea"]],
    ["the root is the root", "/", []],
    ["nothing that is no path", "/%ff", []],
  ] as const)("%s", ([, path, expected]) => {
    expect(correctedAddresses(path)).toEqual(expected);
  });

  test("no more than three, since each costs a read", () => {
    expect(correctedAddresses("//Tea//Cup").length).toBeLessThanOrEqual(3);
  });
});

test("what the client itself accepts stands beside the request, and an empty field is a field", () => {
  const asking = (cf: object | undefined, field: string) =>
    readRequest(
      Object.assign(new Request("https://quay.example/a/../b?c", { headers: { "Accept-Encoding": field } }), {
        cf,
      }),
      7,
    );
  const read = asking({ clientAcceptEncoding: "" }, "br, gzip");
  expect({ ...read, acceptEncoding: read.acceptEncoding }).toMatchObject({
    pathname: "/b",
    search: "?c",
    host: "quay.example",
    acceptEncoding: "",
    nowSeconds: 7,
  });
  expect(asking(undefined, "gzip").acceptEncoding).toBe("gzip");
});

test.for([
  ["a plain path", "http://Quay.example/articles/v4.2.0/", "quay.example", "/articles/v4.2.0/", ""],
  ["a port", "http://quay.example:8787/a", "quay.example", "/a", ""],
  ["a query", "https://quay.example/?p=1&a=b", "quay.example", "/", "?p=1&a=b"],
  ["an address of IPv6", "http://[::1]:8787/a", "[::1]", "/a", ""],
  ["two slashes", "http://quay.example//a", "quay.example", "//a", ""],
] as const)("host, path and query are read of %s", ([, url, host, pathname, search]) => {
  expect(readRequest(new Request(url), 7)).toMatchObject({ host, pathname, search });
});
