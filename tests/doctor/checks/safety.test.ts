import { describe, expect, test } from "vitest";
import { SAFETY_CHECKS } from "../../../src/doctor/checks/safety.ts";
import type { ParsedFeed } from "../../../src/doctor/feeds/parsed-feed.ts";
import { AT_MS, FEED_URL, item, rss } from "../met.ts";
import { advice, found } from "./found.ts";

const findings = (feed: ParsedFeed, url = FEED_URL) => found(SAFETY_CHECKS, { feed, url, atMs: AT_MS });
const linked = (url: string | null, ...files: string[]) => rss({ items: [item({ url, files })] });

const FOREIGN =
  "foreign-schemes: it has 1 of 1 items with a link or a file that is at neither http: nor https:, such as “Lock opens”";
const PRIVATE =
  "private-links: it has 1 of 1 items with a link or a file at a private address, such as “Lock opens”";
const CONTROLS =
  "control-characters: it has 1 of 1 items whose title, id or link holds control characters, such as “";

describe("links and files", () => {
  test.for([
    { name: "at https:", feed: linked("https://quay.example/", "http://quay.example/a.mp3") },
    { name: "of none", feed: linked(null) },
    { name: "that are relative, which is another finding", feed: linked("/a") },
    { name: "that are a script", feed: linked("javascript:alert(1)"), finds: [FOREIGN] },
    {
      name: "that are a file of the reader",
      feed: linked("https://quay.example/", "file:///a"),
      finds: [FOREIGN],
    },
    { name: "that are data", feed: linked("data:text/html,x"), finds: [FOREIGN] },
    {
      name: "at the server of whoever writes them",
      feed: linked("http://localhost:4000/a"),
      finds: [PRIVATE],
    },
    { name: "at a private address", feed: linked(null, "http://192.168.0.1/a.mp3"), finds: [PRIVATE] },
    { name: "at a private address of IPv6", feed: linked("http://[fd00::1]/"), finds: [PRIVATE] },
    {
      name: "to hubs of both kinds",
      feed: rss({ hubs: ["https://hub.example/", "gopher://hub.example/", "http://127.0.0.1/"] }),
      finds: [
        "foreign-schemes: its hub gopher://hub.example/ is at neither http: nor https:",
        "private-links: its hub http://127.0.0.1/ is at a private address",
      ],
    },
  ])("$name", ({ feed, finds = [] }) => {
    expect(findings(feed)).toEqual(finds);
  });

  test.for(["http://127.0.0.1:8787/rss.xml", "http://localhost/rss.xml", "http://10.0.0.7/rss.xml"])(
    "may be private in a feed that is private itself, such as %s",
    (url) => {
      expect(findings(linked("http://127.0.0.1:8787/a"), url)).toEqual([]);
    },
  );
});

describe("control characters", () => {
  test.for([
    { name: "a tab and line ends, which are none", but: { title: "a\tb\r\nc" } },
    { name: "marks of direction, which Hebrew and Arabic need", but: { title: "a\u200F\u2067b\u2069" } },
    { name: "an escape in a title", but: { title: "a\u001Bb" }, finds: [`${CONTROLS}aU+001Bb”`] },
    { name: "a C1 control in an id", but: { id: "a\u0085b" }, finds: [`${CONTROLS}Lock opens”`] },
    {
      name: "a delete in a link",
      but: { url: "https://quay.example/\u007F" },
      finds: [`${CONTROLS}Lock opens”`],
    },
    { name: "an override in a title", but: { title: "a\u202Eb" }, finds: [`${CONTROLS}aU+202Eb”`] },
    { name: "no text at all", but: { title: null, id: null, url: null } },
  ])("$name", ({ but, finds = [] }) => {
    expect(findings(rss({ items: [item(but)] }))).toEqual(finds);
  });

  test("in the feed's own title", () => {
    expect(findings(rss({ title: "a\u0007b" }))).toEqual([
      "control-characters: its title holds control characters",
    ]);
  });
});

test("safety is advised on", () => {
  expect(advice(SAFETY_CHECKS)).toEqual([
    expect.stringMatching(/^foreign-schemes \(warning\): .*https:\/\//),
    expect.stringMatching(/^private-links \(error\): .*address of the site/),
    expect.stringMatching(/^control-characters \(warning\): .*Leave out/),
  ]);
});
