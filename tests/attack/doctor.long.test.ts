import { spawn } from "node:child_process";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examine } from "../../src/doctor/examine.ts";
import { openNetwork } from "../../src/doctor/visit/ask.ts";
import { LIMITS } from "../../src/doctor/visit/limits.ts";
import { meet } from "../../src/doctor/visit/meet.ts";
import { ANY_SIGN } from "../any-text.ts";
import { json, jsonOf, rss, rssOf, trickle } from "./hostile-feeds.ts";
import type { Listener } from "./hostile-server.ts";
import { pageOf, serve, serveRaw } from "./hostile-server.ts";

/** What a visit may take at most, where a site gives no more than is read, and where it gives more. */
const MOST_MS = 60_000;
const MOST_MIB = { within: 640, beyond: 300 } as const;

const DOCTOR = fileURLToPath(new URL("../../scripts/doctor.ts", import.meta.url));
const TELL_MEMORY = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;

/** Runs the command in a process of its own, which is ended after a minute; gives its peak of memory. */
async function runDoctor(origin: string) {
  const child = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`, DOCTOR, `${origin}/`],
    { stdio: ["ignore", "pipe", "pipe"], timeout: MOST_MS },
  );
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data;
  });
  child.stderr.on("data", (data: Buffer) => {
    stderr += data;
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, stdout, memoryMib: Math.round(Number(stderr) / 1024) };
}

/** Two gibibytes in two mebibytes: members of gzip one after the other are one body (RFC 1952 §2.2). */
const twoGibibytes: Listener = (response) => {
  response.writeHead(200, { "Content-Type": "application/rss+xml", "Content-Encoding": "gzip" });
  const member = gzipSync(Buffer.alloc(1024 * 1024, " "));
  // Whoever reads has had enough before the end.
  pipeline(Array(2048).fill(member), response).catch(() => {});
};

const LINK = '&lt;a href="http://10.0.0.1/feed/article"&gt;x&lt;/a&gt; ';
const MILLION = 1_000_000;
const items = (item: (n: number) => string, between: string) =>
  Array.from({ length: MILLION }, (_, n) => item(n)).join(between);

const SERVERS: readonly {
  readonly name: string;
  readonly page?: Listener;
  readonly feed: Listener;
  readonly says: RegExp;
  readonly limits?: keyof typeof MOST_MIB;
}[] = [
  { name: "a page of two gibibytes", page: twoGibibytes, feed: trickle, says: /larger than 16 MiB/ },
  { name: "a feed of two gibibytes", feed: twoGibibytes, says: /larger than 16 MiB/ },
  { name: "a page that trickles in for ever", page: trickle, feed: trickle, says: /longer than 20 seconds/ },
  {
    name: "feeds that trickle in for ever",
    page: pageOf("/feed", "/feed?2", "/feed?3"),
    feed: trickle,
    says: /2 answers took longer than 20 seconds, and 1 of 3 feeds were left out/,
  },
  {
    name: "a million items of RSS",
    feed: rss(rssOf(items((n) => `<item><guid>${n}</guid></item>`, ""))),
    says: /larger than 16 MiB/,
  },
  {
    name: "a million items of RSS in 7 MB",
    feed: rss(rssOf(items(() => "<item/>", ""))),
    says: /more than 150,000 parts/,
  },
  {
    name: "a million items of JSON Feed",
    feed: json(jsonOf(`"items":[${items((n) => `{"id":"${n}"}`, ",")}]`)),
    says: /more than 150,000 parts/,
  },
  {
    name: "as much as is read of XML, beyond U+FFFF",
    feed: rss(rssOf(`<item><title>😀${"x".repeat(15_000)}</title></item>`.repeat(1000))),
    says: /1000 of 1000 items without an id/,
    limits: "within",
  },
  {
    name: "as many elements as are read",
    feed: rss(rssOf("<p>x</p>".repeat(149_000))),
    says: /it has no items/,
  },
  {
    name: "a fault behind a line of fifteen megabytes",
    feed: rss(`<?xml ${" ".repeat(15 * MILLION)}`),
    says: /not well-formed XML: .* \(line 1, column 15000007\)/,
  },
  {
    name: "a fault behind fifteen million lines",
    feed: rss(`<?xml ${"\n".repeat(15 * MILLION)}`),
    says: /not well-formed XML: .* \(line 15000001, column 1\)/,
  },
  {
    name: "almost as many references as are read, in items of twenty private links",
    feed: rss(rssOf(`<item><description>${LINK.repeat(20)}</description></item>`.repeat(9999))),
    says: /9999 of 9999 items without an id/,
  },
  {
    name: "twelve feeds of as many items as are read",
    page: pageOf(...Array.from({ length: 12 }, (_, n) => `/${n}`)),
    feed: (response, request) => rss(rssOf(longItems(request.url ?? "")))(response, request),
    says: /the site had sent 96 MiB/,
    limits: "within",
  },
];

function longItems(feed: string): string {
  const item = (n: number) =>
    `<item><guid>${feed}${n}${"x".repeat(300)}</guid><title>日${"y".repeat(300)}</title><link>http://quay.example/${n}${"z".repeat(300)}</link></item>`;
  return Array.from({ length: 10_000 }, (_, n) => item(n)).join("");
}

test.for(SERVERS)("$name: a minute and bounded memory are enough", async (server) => {
  const { page = pageOf("/feed"), feed, says, limits = "beyond" } = server;
  const { exitCode, stdout, memoryMib } = await runDoctor(await serve({ "/": page }, feed));
  expect(stdout).toMatch(says);
  expect([0, 1]).toContain(exitCode);
  console.log(`${server.name}: ${memoryMib} MiB`);
  expect(memoryMib).toBeGreaterThan(1);
  expect(memoryMib).toBeLessThan(MOST_MIB[limits]);
});

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n";
const BODIES = [
  `${HEAD}ETag: "1"\r\n\r\n${rssOf("<item><guid>1</guid><title>a &amp; b</title><link>http://127.0.0.1/</link></item>")}`,
  `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n6\r\n</rss>\r\n0\r\n\r\n`,
  `HTTP/1.1 301 Moved\r\nLocation: /feed\r\nContent-Length: 0\r\n\r\n`,
  `${HEAD.replace("rss+xml", "feed+json")}\r\n${jsonOf('"items":[{"id":"1","attachments":[{"url":"a"}]}],"next_url":"/x"')}`,
];
const PIECES = [
  "\0",
  "\x1b[31m",
  "\r\n",
  "\n",
  "\r",
  "<",
  ">",
  "&",
  '"',
  "'",
  "]]>",
  "<!--",
  "{",
  "[",
  "}",
  "-1",
  "9".repeat(40),
];

test("whatever a server says instead, there are findings and no fault", async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(30),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: ANY_SIGN, maxLength: 9 })),
  });
  let bytes = Buffer.of();
  const origin = await serveRaw((socket) => socket.end(bytes));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BODIES),
      fc.array(change, { maxLength: 4 }),
      async (body, changes) => {
        let said = body;
        for (const { at, cut, put } of changes) {
          const from = Math.floor(at * said.length);
          said = said.slice(0, from) + put + said.slice(from + cut);
        }
        bytes = Buffer.from(said, "latin1");
        const visit = await meet(`${origin}/`, openNetwork({ limits: { ...LIMITS, exchangeMs: 2000 } }));
        for (const finding of examine(visit)) {
          expect(Object.values(finding).join("")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
