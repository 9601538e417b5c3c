import { expect, test } from "vitest";
import { discoverFeeds } from "../../src/doctor/visit/discover.ts";

const PAGE = "https://quay.example/news/";
const RSS = "application/rss+xml";
const link = (href: string, { rel = "alternate", type = RSS } = {}) =>
  `<link rel="${rel}" type="${type}" href="${href}">`;

test.for([RSS, "application/atom+xml", "application/feed+json", "application/json"])(
  "a head names a feed of type %s",
  (type) => {
    expect(discoverFeeds(link("/feed", { type }), PAGE, 12)).toEqual([
      { url: "https://quay.example/feed", declaredType: type },
    ]);
  },
);

test.for([
  {
    name: "a type with parameters and in capitals",
    html: link("/feed", { type: " Application/RSS+XML ; charset=utf-8" }),
  },
  { name: "a relation among others", html: link("/feed", { rel: "help Alternate nofollow" }) },
  { name: "a whole address", html: link("https://quay.example/feed") },
  { name: "an address below the page", html: link("../feed") },
  { name: "an address below the page's base", html: `<base href="/">${link("feed")}` },
  {
    name: "a base that is no address, which counts for nothing",
    html: `<base href="https://">${link("../feed")}`,
  },
  {
    name: "a base without an address, which counts for nothing",
    html: `<base target="_top">${link("../feed")}`,
  },
  {
    name: "another element with an address, which is no base",
    html: `<a href="https://dock.example/">x</a>${link("../feed")}`,
  },
  {
    name: "a feed that is named twice",
    html: link("/feed") + link("../feed", { type: "application/atom+xml" }),
  },
])("a feed is found by $name", ({ html }) => {
  expect(discoverFeeds(html, PAGE, 12)).toEqual([{ url: "https://quay.example/feed", declaredType: RSS }]);
});

test.for([
  { name: "another relation", html: link("/feed", { rel: "stylesheet" }) },
  { name: "a relation that only contains the word", html: link("/feed", { rel: "alternates" }) },
  { name: "a relation that only ends with the word", html: link("/feed", { rel: "non-alternate" }) },
  { name: "another type, such as a page in another language", html: link("/de", { type: "text/html" }) },
  { name: "no relation", html: `<link type="${RSS}" href="/feed">` },
  { name: "no type", html: '<link rel="alternate" href="/feed">' },
  { name: "no address", html: `<link rel="alternate" type="${RSS}">` },
  { name: "an address that is none", html: link("https://") },
  { name: "another element", html: `<a rel="alternate" type="${RSS}" href="/feed">feed</a>` },
])("no feed is found by $name", ({ html }) => {
  expect(discoverFeeds(html, PAGE, 12)).toEqual([]);
});

test("feeds are found in the order of the page", () => {
  const urls = discoverFeeds(["b", "a", "c"].map((name) => link(name)).join(""), PAGE, 12).map(
    ({ url }) => url,
  );
  expect(urls).toEqual(["b", "a", "c"].map((name) => PAGE + name));
});

test("no more feeds are found than are wanted", () => {
  const html = ["a", "b", "c"].map((name) => link(name)).join("");
  expect(discoverFeeds(html, PAGE, 2).map(({ url }) => url)).toEqual([`${PAGE}a`, `${PAGE}b`]);
});

test.for([
  { name: "500 elements deep", depth: 499, found: 1 },
  { name: "deeper", depth: 500, found: 0 },
])("$found feed is found $name", ({ depth, found }) => {
  expect(discoverFeeds("<div>".repeat(depth) + link("/feed"), PAGE, 12)).toHaveLength(found);
});

test("nothing behind what stands deeper is looked at", () => {
  const html = "<div>".repeat(501) + "</div>".repeat(501) + link("/feed");
  expect(discoverFeeds(html, PAGE, 12)).toEqual([]);
});

test("a feed is found behind as many elements as there may be, where they are closed again", () => {
  expect(discoverFeeds("<p><br><i></i></p>".repeat(1000) + link("/feed"), PAGE, 12)).toHaveLength(1);
});
