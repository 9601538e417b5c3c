import type { Socket } from "node:net";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import { openNetwork } from "../../src/doctor/visit/ask.ts";
import type { Resolve } from "../../src/doctor/visit/guarded-lookup.ts";
import type { Limits } from "../../src/doctor/visit/limits.ts";
import { LIMITS } from "../../src/doctor/visit/limits.ts";
import { meet } from "../../src/doctor/visit/meet.ts";
import { runHere } from "../command/run-here.ts";
import {
  billionLaughs,
  bomb,
  bombOnRequest,
  coded,
  html,
  json,
  jsonOf,
  manyPrefixes,
  redirect,
  rss,
  rssOf,
  silence,
  similarIds,
  trickle,
} from "./hostile-feeds.ts";
import type { Listener } from "./hostile-server.ts";
import { pageOf, serve, serveInside, serveRaw } from "./hostile-server.ts";

/** Servers that never end are given up after a moment here; all others have the time that they have. */
const SOON = { ...LIMITS, exchangeMs: 1200 };

/** What no terminal may be sent. */
const UNSHOWN = /[\p{Cc}\p{Bidi_Control}]/u;

/** A finding: the check, and what it says. */
type Finds = readonly [check: string, what: RegExp];

/** Visits a site; gives its findings, each a line, none of which may harm whoever reads it. */
async function findingsAt(
  origin: string,
  { limits = LIMITS, resolve = unknownName }: { limits?: Limits; resolve?: Resolve } = {},
): Promise<string[]> {
  const visit = await meet(`${origin}/`, openNetwork({ limits, resolve }));
  const findings = examine(visit);
  for (const finding of findings) {
    expect(Object.values(finding).filter((text) => UNSHOWN.test(text))).toEqual([]);
    expect(finding.what.length).toBeLessThan(1100);
  }
  return findings.map(({ check, what }) => `${check}: ${what}`);
}

const unknownName: Resolve = async (hostname) => {
  throw new Error(`getaddrinfo ENOTFOUND ${hostname}`);
};

function expectFound(findings: readonly string[], [check, what]: Finds): void {
  expect(findings.filter((line) => line.startsWith(`${check}: `))).toEqual([expect.stringMatching(what)]);
}

const TOO_LARGE: Finds = ["too-large", /it is larger than 16 MiB/];
const TOO_SLOW: Finds = ["too-slow", /it took longer than 1.2 seconds/];
const UNDECODED: Finds = ["not-a-feed", /its content coding cannot be undone/];

describe("a feed", () => {
  const item = "<item><guid>1</guid></item>";
  const ROWS: readonly {
    readonly name: string;
    readonly feed: Listener;
    readonly finds: Finds;
    readonly limits?: Limits;
  }[] = [
    { name: "is a bomb of gzip", feed: bomb("gzip"), finds: TOO_LARGE },
    { name: "is a bomb of brotli", feed: bomb("br"), finds: TOO_LARGE },
    { name: "is a bomb of deflate", feed: bomb("deflate"), finds: TOO_LARGE },
    {
      name: "is a bomb for those alone that take gzip",
      feed: bombOnRequest,
      finds: ["broken-coding", /takes gzip and br does not get it: it is larger than 16 MiB/],
    },
    {
      name: "is a bomb of zstd, which no reader takes",
      feed: coded("zstd", zstdCompressSync(Buffer.alloc(40 * 1024 * 1024))),
      finds: UNDECODED,
    },
    { name: "is coded twice", feed: coded("gzip, gzip", gzipSync(gzipSync("x"))), finds: UNDECODED },
    { name: "is in a coding of no name", feed: coded("__proto__", gzipSync("x")), finds: UNDECODED },
    {
      name: "is gzip that breaks off",
      feed: coded("gzip", gzipSync(rssOf(item)).subarray(0, 40)),
      finds: UNDECODED,
    },
    { name: "is brotli of nothing", feed: coded("br", Buffer.of()), finds: UNDECODED },
    { name: "is 17 MiB of spaces", feed: rss(" ".repeat(17 * 1024 * 1024)), finds: TOO_LARGE },
    { name: "trickles in for ever", feed: trickle, finds: TOO_SLOW, limits: SOON },
    { name: "never comes", feed: silence, finds: TOO_SLOW, limits: SOON },
    {
      name: "has twenty thousand items of RSS",
      feed: rss(rssOf(item.repeat(20_000))),
      finds: ["too-large", /it has more than 10,000 items/],
    },
    {
      name: "has twenty thousand items of JSON Feed",
      feed: json(jsonOf(`"items":[${'{"id":"1"},'.repeat(20_000)}{}]`)),
      finds: ["too-large", /it has more than 10,000 items/],
    },
    {
      name: "is nested a hundred thousand deep in XML",
      feed: rss(rssOf("<a>".repeat(100_000) + "</a>".repeat(100_000))),
      finds: ["too-large", /it is nested more than 100 deep/],
    },
    {
      name: "is nested a hundred thousand deep in JSON",
      feed: json(jsonOf(`"items":${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
      finds: ["too-large", /it is nested more than 100 deep/],
    },
    {
      name: "hides its depth behind an apostrophe in the document type",
      feed: rss(`<!DOCTYPE rss [<!-- ' -->]>${"<a>".repeat(100_000)}'`),
      finds: ["too-large", /it is nested more than 100 deep/],
    },
    {
      name: "has half a million attributes",
      feed: rss(rssOf(`<a ${Array.from({ length: 500_000 }, (_, n) => `b${n}=""`).join(" ")}/>`)),
      finds: ["too-large", /it has more than 150,000 parts/],
    },
    {
      name: "has half a million members of JSON",
      feed: json(jsonOf(`"items":[],"x":[${"null,".repeat(500_000)}0]`)),
      finds: ["too-large", /it has more than 150,000 parts/],
    },
    {
      name: "has two million references",
      feed: rss(rssOf("&lt;".repeat(2_000_000))),
      finds: ["too-large", /it has more than 1,000,000 references/],
    },
    {
      name: "multiplies entities (billion laughs)",
      feed: rss(billionLaughs()),
      finds: ["not-a-feed", /Named entity isn't defined: &l10;/],
    },
    {
      name: "reads a file by an entity",
      feed: rss(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>&x;</channel></rss>',
      ),
      finds: ["not-a-feed", /Named entity isn't defined: &x;/],
    },
    {
      name: "declares prefixes by the thousand",
      feed: rss(manyPrefixes()),
      finds: ["no-items", /it has no items/],
    },
    {
      name: "has ids that differ at their ends alone",
      feed: json(similarIds(10_000)),
      finds: ["no-dates", /10000 of 10000 items without a date/],
    },
    { name: "is empty", feed: rss(""), finds: ["not-a-feed", /not well-formed XML/] },
    { name: "is of zero bytes", feed: rss("\0".repeat(1000)), finds: ["not-a-feed", /not well-formed XML/] },
    {
      name: "is JSON of no meaning",
      feed: json(jsonOf('"items":NaN')),
      finds: ["not-a-feed", /it is not JSON/],
    },
    {
      name: "has members that every object has",
      feed: json(jsonOf('"items":[{"__proto__":{"id":"1"},"constructor":1}]')),
      finds: ["no-ids", /1 of 1 items without an id/],
    },
    {
      name: "is in a charset of no name",
      feed: rss(rssOf(item), { "Content-Type": "application/rss+xml; charset=x-\x9b31m" }),
      finds: ["no-dates", /1 of 1 items without a date/],
    },
    {
      name: "has an escape sequence in a title",
      feed: json(jsonOf('"items":[{"id":"1","title":"\\u001b]0;owned\\u0007"}]')),
      finds: ["control-characters", /U\+001B\]0;ownedU\+0007/],
    },
    {
      name: "has an escape sequence in an id twice",
      feed: json(jsonOf('"items":[{"id":"\\u001b[2J"},{"id":"\\u001b[2J"}]')),
      finds: ["repeated-ids", /the id U\+001B\[2J/],
    },
    {
      name: "turns a title around",
      feed: rss(rssOf("<item><guid>1</guid><title>invoice\u202Efdp.exe</title></item>")),
      finds: ["control-characters", /invoiceU\+202Efdp\.exe/],
    },
    {
      name: "has control characters in its header",
      feed: rss(rssOf(item), { ETag: "\x9b31m" }),
      finds: ["bad-etag", /U\+009B31m/],
    },
    {
      name: "has an id of a megabyte",
      feed: json(jsonOf(`"items":[{"id":"${"x".repeat(1_000_000)}"},{"id":"${"x".repeat(1_000_000)}"}]`)),
      finds: ["repeated-ids", /more than one item has the id x+…/],
    },
    {
      name: "links to a script, and brings a file of the reader's machine",
      feed: rss(
        rssOf(
          '<item><guid>1</guid><link>javascript:alert(1)</link><enclosure url="file:///etc/passwd"/></item>',
        ),
      ),
      finds: ["foreign-schemes", /1 of 1 items with a link or a file that is at neither http: nor https:/],
    },
    {
      name: "names a hub that is a file",
      feed: rss(
        rssOf('<a:link rel="hub" href="file:///etc/passwd"/>', ' xmlns:a="http://www.w3.org/2005/Atom"'),
      ),
      finds: ["foreign-schemes", /its hub file:\/\/\/etc\/passwd/],
    },
    {
      name: "is its own archive",
      feed: json(jsonOf('"items":[],"next_url":"/feed"')),
      finds: ["archive-loop", /leads back to/],
    },
    {
      name: "has a file for an archive",
      feed: json(jsonOf('"items":[],"next_url":"file:///etc/passwd"')),
      finds: ["broken-archive", /file:\/\/\/etc\/passwd cannot be read: it is not at http: or https:/],
    },
    {
      name: "answers with a status of its own",
      feed: (response) => response.writeHead(999).end(),
      finds: ["feed-unreachable", /it answers with 999/],
    },
    {
      name: "redirects to itself",
      feed: redirect("/feed"),
      finds: ["redirect-loop", /in a circle or never end/],
    },
    {
      name: "redirects to a file",
      feed: redirect("file:///etc/passwd"),
      finds: ["unsafe-address", /leads to file:\/\/\/etc\/passwd: it is not at http: or https:/],
    },
    {
      name: "redirects to data",
      feed: redirect("data:application/rss+xml,<rss/>"),
      finds: ["unsafe-address", /leads to data:/],
    },
    {
      name: "redirects to a script",
      feed: redirect("javascript:alert(1)"),
      finds: ["unsafe-address", /leads to javascript:/],
    },
    {
      name: "redirects to the metadata of a cloud",
      feed: redirect("http://169.254.169.254/latest/meta-data/"),
      finds: ["unsafe-address", /its host is at 169\.254\.169\.254, a private address/],
    },
    {
      name: "redirects nowhere",
      feed: redirect("http://"),
      finds: ["redirect-loop", /it is redirected to http:\/\/, which is not a URL/],
    },
    {
      name: "redirects to a name that there is not",
      feed: redirect("http://quay.invalid/"),
      finds: ["feed-unreachable", /getaddrinfo ENOTFOUND quay\.invalid/],
    },
    {
      name: "redirects to TLS where there is none",
      feed: (response, request) => redirect(`https://${request.headers.host}/feed`)(response, request),
      finds: ["feed-unreachable", /there is no answer: .*(SSL|TLS)/],
    },
  ];

  test.for(ROWS)("that $name", async ({ feed, finds, limits = LIMITS }) => {
    const origin = await serve({ "/": pageOf("/feed"), "/feed": feed });
    expectFound(await findingsAt(origin, { limits }), finds);
  });
});

describe("a server that", () => {
  const ok = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
  const unreachable: Finds = [
    "feed-unreachable",
    /there is no answer: (Parse Error|the connection broke off)/,
  ];
  const says = (bytes: string) => (socket: Socket) => socket.end(bytes);
  const goesOn = (first: string, more: string) => (socket: Socket) => {
    socket.write(first);
    const go = () => {
      while (!socket.destroyed && socket.write(more.repeat(100)));
      if (!socket.destroyed) socket.once("drain", go);
    };
    go();
  };
  const now = (text: string, more: string) => (socket: Socket) => {
    socket.write(text);
    const timer = setInterval(() => socket.write(more), 50);
    socket.on("close", () => clearInterval(timer));
  };
  const ROWS: readonly {
    readonly name: string;
    readonly raw: (socket: Socket) => void;
    readonly finds: Finds;
    readonly limits?: Limits;
  }[] = [
    { name: "says nothing of HTTP", raw: says("SSH-2.0-OpenSSH_9.9\r\n"), finds: unreachable },
    { name: "says nothing but the feed", raw: says(rssOf("")), finds: unreachable },
    { name: "has a status of no number", raw: says("HTTP/1.1 \x1b[31m OK\r\n\r\n"), finds: unreachable },
    { name: "speaks HTTP of another age", raw: says("HTTP/9.9 200 OK\r\n\r\n"), finds: unreachable },
    { name: "closes without a word", raw: (socket) => socket.destroy(), finds: unreachable },
    { name: "closes within the header", raw: says("HTTP/1.1 200 OK\r\nConte"), finds: unreachable },
    { name: "closes half way", raw: says(`${ok}Content-Length: 1000\r\n\r\n<rss>`), finds: unreachable },
    {
      name: "promises less than it sends",
      raw: says(`${ok}Content-Length: 5\r\n\r\n${rssOf("")}`),
      finds: ["not-a-feed", /XML/],
    },
    {
      name: "names two lengths",
      raw: says(`${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\n<rss/>`),
      finds: unreachable,
    },
    {
      name: "names a length and chunks",
      raw: says(`${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
      finds: unreachable,
    },
    {
      name: "has chunks of no size",
      raw: says(`${ok}Transfer-Encoding: chunked\r\n\r\nxyz\r\n<rss>`),
      finds: unreachable,
    },
    { name: "has a length below nothing", raw: says(`${ok}Content-Length: -1\r\n\r\n`), finds: unreachable },
    {
      name: "has a header without end",
      raw: goesOn(ok, "X-More: more\r\n"),
      finds: ["feed-unreachable", /Header overflow/],
    },
    {
      name: "has a field without end",
      raw: goesOn(`${ok}X-Long: `, "more"),
      finds: ["feed-unreachable", /Header overflow/],
    },
    {
      name: "has a header that trickles in",
      raw: now(ok, "X-More: more\r\n"),
      finds: TOO_SLOW,
      limits: SOON,
    },
    {
      name: "asks for patience for ever",
      raw: now("", "HTTP/1.1 102 Processing\r\n\r\n"),
      finds: TOO_SLOW,
      limits: SOON,
    },
    {
      name: "has an extension of a chunk without end",
      raw: goesOn(`${ok}Transfer-Encoding: chunked\r\n\r\n1;`, "more"),
      finds: ["feed-unreachable", /there is no answer/],
    },
    { name: "has a body without end", raw: goesOn(`${ok}\r\n`, "<a>"), finds: TOO_LARGE },
    {
      name: "goes over to another protocol",
      raw: says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
      finds: unreachable,
    },
    {
      name: "speaks HTTP/1.0, as it may",
      raw: says(`HTTP/1.0 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n${rssOf("")}`),
      finds: ["no-items", /it has no items/],
    },
  ];

  test.for(ROWS)("$name", async ({ raw, finds, limits = LIMITS }) => {
    expectFound(await findingsAt(await serveRaw(raw), { limits }), finds);
  });
});

describe("a page", () => {
  const ROWS: readonly {
    readonly name: string;
    readonly page: Listener;
    readonly finds: Finds;
    readonly limits?: Limits;
  }[] = [
    {
      name: "is a bomb",
      page: bomb("gzip", "text/html"),
      finds: ["unreachable", /it is larger than 16 MiB/],
    },
    {
      name: "trickles in for ever",
      page: trickle,
      finds: ["unreachable", /it took longer than 1.2 seconds/],
      limits: SOON,
    },
    {
      name: "leads to a file",
      page: redirect("file:///etc/passwd"),
      finds: ["unsafe-redirect", /file:\/\/\/etc\/passwd/],
    },
    {
      name: "leads to a private address",
      page: redirect("http://[fd00::1]/"),
      finds: ["unsafe-redirect", /its host is at fd00::1, a private address/],
    },
    { name: "leads to itself", page: redirect("/"), finds: ["unreachable", /it answers with 301/] },
    {
      name: "is nested so deep that its feed is not found",
      page: html(
        `${"<div>".repeat(1_000_000)}<link rel="alternate" type="application/rss+xml" href="/feed">`,
      ),
      finds: ["no-discovery", /names no feed/],
    },
    {
      name: "closes a million elements that it never opened",
      page: html("</i>".repeat(1_000_000)),
      finds: ["no-discovery", /names no feed/],
    },
    {
      name: "names a file for a feed",
      page: pageOf("file:///etc/passwd"),
      finds: ["unsafe-address", /file:\/\/\/etc\/passwd/],
    },
    {
      name: "names a feed of a megabyte of data",
      page: pageOf(`data:application/rss+xml,${"x".repeat(1_000_000)}`),
      finds: ["unsafe-address", /leads to data:application\/rss\+xml,x+…/],
    },
    {
      name: "names feeds that never end",
      page: pageOf("/1", "/2", "/3", "/4"),
      finds: ["cut-short", /2 answers took longer than 1.2 seconds, and 2 of 4 feeds were left out/],
      limits: SOON,
    },
  ];

  test.for(ROWS)("that $name", async ({ page, finds, limits = LIMITS }) => {
    expectFound(await findingsAt(await serve({ "/": page }, trickle), { limits }), finds);
  });

  test("that names ten thousand feeds is asked for twelve", async () => {
    let asked = 0;
    const links = Array.from({ length: 10_000 }, (_, n) => `/${n}.xml`);
    const origin = await serve({ "/": pageOf(...links) }, (response) => {
      asked += 1;
      response.writeHead(404).end();
    });
    expect(await findingsAt(origin)).toHaveLength(12);
    expect(asked).toBe(12);
  });

  test("whose redirects never end is left after five", async () => {
    let asked = 0;
    const origin = await serve({}, (response, request) => {
      asked += 1;
      redirect(`/${asked}`)(response, request);
    });
    expectFound(await findingsAt(origin), ["unreachable", /it answers with 301/]);
    expect(asked).toBe(6);
  });
});

test("an archive that never ends is followed over twenty documents", async () => {
  let asked = 0;
  const origin = await serve({ "/": pageOf("/0") }, (response, request) => {
    const isPlain = request.headers["accept-encoding"] === "identity" && request.method === "GET";
    if (isPlain && /^\/\d+$/.test(request.url ?? "")) asked += 1;
    json(jsonOf(`"items":[],"next_url":"/${asked}"`))(response, request);
  });
  await findingsAt(origin);
  expect(asked).toBe(21);
});

describe("a private address is not asked for", () => {
  const port = (origin: string) => new URL(origin).port;
  const WAYS: readonly { readonly name: string; readonly to: (origin: string) => string }[] = [
    { name: "as it is written", to: (origin) => `${origin}/` },
    { name: "as one number", to: (origin) => `http://2130706434:${port(origin)}/` },
    { name: "in hexadecimal", to: (origin) => `http://0x7f.2:${port(origin)}/` },
    { name: "within IPv6", to: (origin) => `http://[::ffff:127.0.0.2]:${port(origin)}/` },
    { name: "by a name", to: (origin) => `http://inside.example:${port(origin)}/` },
  ];
  const inside = async () => [{ address: "127.0.0.2", family: 4 }];

  test.for(WAYS)("$name, to which a page redirects", async ({ to }) => {
    const { origin, asked } = await serveInside();
    expectFound(await findingsAt(await serve({ "/": redirect(to(origin)) }), { resolve: inside }), [
      "unsafe-redirect",
      /private address/,
    ]);
    expect(asked).toEqual([]);
  });

  test.for(WAYS)("$name, which a page names for a feed", async ({ to }) => {
    const { origin, asked } = await serveInside();
    expectFound(await findingsAt(await serve({ "/": pageOf(to(origin)) }), { resolve: inside }), [
      "unsafe-address",
      /private address/,
    ]);
    expect(asked).toEqual([]);
  });

  test.for(WAYS)("$name, to which an archive leads", async ({ to }) => {
    const { origin, asked } = await serveInside();
    const feed = json(jsonOf(`"items":[],"next_url":"${to(origin)}"`));
    const findings = await findingsAt(await serve({ "/": pageOf("/feed"), "/feed": feed }), {
      resolve: inside,
    });
    expectFound(findings, ["broken-archive", /private address/]);
    expect(asked).toEqual([]);
  });

  test("under the site's own name, which had another one before (DNS rebinding)", async () => {
    const page: Listener = (response, request) => {
      response.setHeader("Connection", "close");
      pageOf("/feed")(response, request);
    };
    const own = port(await serve({ "/": page }));
    const { asked } = await serveInside(Number(own));
    const answers = ["127.0.0.1", "127.0.0.2"];
    const resolve = async () => [{ address: answers.shift() ?? "", family: 4 }];
    const findings = await findingsAt(`http://quay.example:${own}`, { resolve });
    expectFound(findings, ["unsafe-address", /its host is at 127\.0\.0\.2, a private address/]);
    expect([answers, asked]).toEqual([[], []]);
  });

  test("but the site's own is, whatever its name", async () => {
    const own = await serve({ "/": pageOf("/feed"), "/feed": rss(rssOf("")) });
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    expectFound(await findingsAt(own, { resolve }), ["no-items", /no items/]);
    const named = `http://quay.example:${port(own)}`;
    const page = await serve({ "/": pageOf(`${named}/feed`) });
    expectFound(await findingsAt(page, { resolve }), ["no-items", /no items/]);
  });
});

describe("the command", () => {
  const titled = json(jsonOf('"items":[{"id":"1","title":"\\u001b[31m\\u202e"}]'));
  const ROWS: readonly { readonly name: string; readonly feed: Listener }[] = [
    { name: "an escape sequence", feed: titled },
    { name: "a file", feed: redirect("file:///etc/passwd") },
    { name: "a bomb", feed: bomb("gzip") },
    { name: "an address of control characters", feed: redirect("http://quay.invalid/\u009b31m") },
  ];

  test.for(ROWS)("prints $name as text, with no stack", async ({ feed }) => {
    const origin = await serve({ "/": pageOf("/feed"), "/feed": feed });
    const printed = await runHere("doctor", [`${origin}/`]);
    expect(printed).toMatchObject({ stderr: "" });
    expect(printed.stdout).toMatch(/^http:.*: (error|warning): /m);
    expect(printed.stdout.split("\n").filter((line) => UNSHOWN.test(line))).toEqual([]);
    const json = await runHere("doctor", [`${origin}/`, "--json"]);
    expect(json).toMatchObject({ stderr: "" });
    expect(UNSHOWN.test(json.stdout.trimEnd())).toBe(false);
    expect(JSON.parse(json.stdout).findings.length).toBeGreaterThan(0);
  });
});
