import { describe, expect, test } from "vitest";
import { isChallenge, REACHING_CHECKS, SITE_CHECKS } from "../../../src/doctor/checks/reaching.ts";
import type { MetFeed, Visit } from "../../../src/doctor/visit/visit.ts";
import { answered, FEED_URL, met, unanswered, visit } from "../met.ts";
import { advice, found } from "./found.ts";

const SITE = "https://quay.example/";
const HTML = { "Content-Type": "text/html; charset=utf-8" };
const CHALLENGE = { status: 403, headers: { "cf-mitigated": "challenge" } };

const start = (url: string, answer = {}) => ({ start: answered({ url, headers: HTML, ...answer }) });

const SITES: readonly {
  readonly name: string;
  readonly but?: Partial<Visit>;
  readonly finds?: readonly string[];
}[] = [
  { name: "a page that names a feed" },
  {
    name: "no answer",
    but: { start: unanswered("the connection broke off"), feeds: [] },
    finds: ["unreachable: there is no answer: the connection broke off"],
  },
  {
    name: "a page that is not there",
    but: { ...start(SITE, { status: 404 }), feeds: [] },
    finds: ["unreachable: it answers with 404"],
  },
  {
    name: "a challenge, and nothing else of it",
    but: { ...start(SITE, CHALLENGE), feeds: [] },
    finds: ["challenge: visitors other than browsers get a challenge page"],
  },
  {
    name: "a challenge with 200, and nothing else of it",
    but: { ...start(SITE, { ...CHALLENGE, status: 200 }), feeds: [] },
    finds: ["challenge: visitors other than browsers get a challenge page"],
  },
  {
    name: "a head that names no feed",
    but: { feeds: [] },
    finds: ["no-discovery: the page's head names no feed, so readers do not find one"],
  },
  { name: "a feed itself, which names none", but: { startsAtFeed: true, feeds: [] } },
  {
    name: "a host of the world without TLS",
    but: start("http://quay.example/"),
    finds: ["no-tls: it is served without encryption (TLS)"],
  },
  ...["http://localhost/", "http://127.0.0.1:8787/", "http://127.10.20.30/", "http://[::1]/"].map((url) => ({
    name: `${url}, which needs no TLS`,
    but: start(url),
  })),
  ...[
    "http://localhost.example/",
    "http://my-localhost/",
    "http://127.example/",
    "http://example.127.0.0.1.example/",
  ].map((url) => ({
    name: `${url}, which is not this machine`,
    but: start(url),
    finds: ["no-tls: it is served without encryption (TLS)"],
  })),
  { name: "something that is no URL", but: start("quay") },
];

const redirect = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  answered({ url: "https://quay.example/feed", status, headers: { Location: FEED_URL, ...headers } });
const forNow = (status: number) =>
  `temporary-redirect: https://quay.example/feed redirects with ${status}, which is only temporary`;

const FEEDS: readonly {
  readonly name: string;
  readonly but?: Partial<MetFeed>;
  readonly finds?: readonly string[];
}[] = [
  { name: "a feed" },
  {
    name: "no answer",
    but: { plain: unanswered("no answer in 20 seconds"), feed: { reason: "none" } },
    finds: ["feed-unreachable: there is no answer: no answer in 20 seconds"],
  },
  {
    name: "a feed that is gone",
    but: { plain: answered({ status: 410 }), feed: { reason: "gone" } },
    finds: ["feed-unreachable: it answers with 410"],
  },
  {
    name: "a challenge before the feed, and nothing else of it",
    but: { plain: answered(CHALLENGE), feed: { reason: "refused" } },
    finds: ["feed-challenge: readers get a challenge page instead of the feed"],
  },
  {
    name: "a challenge with 200, and nothing else of it",
    but: { plain: answered({ ...CHALLENGE, status: 200 }), feed: { reason: "a page" } },
    finds: ["feed-challenge: readers get a challenge page instead of the feed"],
  },
  ...[300, 301, 399].map((status) => ({
    name: `redirects that still lead on with ${status}`,
    but: { plain: redirect(status), feed: { reason: "moved" } },
    finds: ["redirect-loop: redirects lead in a circle or never end"],
  })),
  {
    name: "a 302 that leads nowhere",
    but: { plain: answered({ status: 302 }), feed: { reason: "moved" } },
    finds: ["feed-unreachable: it answers with 302"],
  },
  ...[299, 400].map((status) => ({
    name: `a Location with ${status}, which is no redirect`,
    but: { plain: redirect(status), feed: { reason: "none" } },
    finds: [`feed-unreachable: it answers with ${status}`],
  })),
  ...[302, 303, 307].map((status) => ({
    name: `a redirect with ${status}`,
    but: { redirects: [redirect(status)] },
    finds: [forNow(status)],
  })),
  { name: "redirects for good", but: { redirects: [redirect(301), redirect(308)] } },
  ...["Accept", "Accept-Encoding, Accept", "accept , Origin"].map((vary) => ({
    name: `a redirect that Accept chooses (Vary: ${vary}; RFC 9110 §12.1)`,
    but: { redirects: [redirect(302, { Vary: vary })] },
  })),
  ...["Accept-Encoding", "X-Accept"].map((vary) => ({
    name: `a redirect for now with Vary: ${vary}`,
    but: { redirects: [redirect(302, { Vary: vary })] },
    finds: [forNow(302)],
  })),
  { name: "a request on the way that was not answered", but: { redirects: [unanswered("broken")] } },
  {
    name: "a page where a feed should be",
    but: { feed: { reason: "it is a web page" } },
    finds: ["not-a-feed: it is a web page"],
  },
];

describe("reaching a site", () => {
  test.for(SITES)("$name", ({ but, finds = [] }) => {
    expect(found(SITE_CHECKS, visit(but))).toEqual(finds);
  });

  test("is advised on", () => {
    expect(advice(SITE_CHECKS)).toEqual([
      expect.stringMatching(/^unreachable \(error\): .*address.*200/),
      expect.stringMatching(/^challenge \(error\): .*Bot Fight Mode/),
      expect.stringMatching(/^no-discovery \(error\): .*<link rel="alternate"/),
      expect.stringMatching(/^no-tls \(warning\): .*https:\/\//),
    ]);
  });
});

describe("reaching a feed", () => {
  test.for(FEEDS)("$name", ({ but, finds = [] }) => {
    expect(found(REACHING_CHECKS, met(but))).toEqual(finds);
  });

  test("is advised on", () => {
    expect(advice(REACHING_CHECKS)).toEqual([
      expect.stringMatching(/^feed-unreachable \(error\): .*200/),
      expect.stringMatching(/^feed-challenge \(error\): .*Bot Fight Mode/),
      expect.stringMatching(/^redirect-loop \(error\): .*one redirect/),
      expect.stringMatching(/^temporary-redirect \(warning\): .*301 or 308/),
      expect.stringMatching(/^not-a-feed \(error\): .*RSS 2\.0, Atom 1\.0 or JSON Feed 1\.1/),
    ]);
  });
});

describe("a challenge page", () => {
  const page = (title: string) => `<html><head><title>${title}...</title></head></html>`;

  test.for([
    { name: "Cloudflare's own field", answer: { headers: { "CF-Mitigated": "challenge" } }, is: true },
    { name: "another mitigation", answer: { headers: { "cf-mitigated": "block" } }, is: false },
    ...[403, 429, 503].map((status) => ({
      name: `a ${status} whose page asks for a moment`,
      answer: { status, headers: HTML, body: page("Just a moment") },
      is: true,
    })),
    ...["Attention Required", "Checking your browser", "just a moment"].map((title) => ({
      name: `a page that is titled “${title}”`,
      answer: { status: 403, headers: HTML, body: page(title) },
      is: true,
    })),
    {
      name: "such a page with 200",
      answer: { status: 200, headers: HTML, body: page("Just a moment") },
      is: false,
    },
    {
      name: "such a text that is no page",
      answer: { status: 403, headers: { "Content-Type": "text/plain" }, body: page("Just a moment") },
      is: false,
    },
    {
      name: "another page with 403",
      answer: { status: 403, headers: HTML, body: page("Forbidden") },
      is: false,
    },
    {
      name: "a page whose coding cannot be undone",
      answer: { status: 403, headers: { ...HTML, "Content-Encoding": "zstd" }, body: page("Just a moment") },
      is: false,
    },
  ])("$name: $is", ({ answer, is }) => {
    expect(isChallenge(answered(answer))).toBe(is);
  });

  test("is nothing that did not come", () => {
    expect(isChallenge(unanswered("broken"))).toBe(false);
  });
});
