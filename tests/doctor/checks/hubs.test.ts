import { describe, expect, test } from "vitest";
import { DISCOVERY_CHECKS, HUB_CHECKS } from "../../../src/doctor/checks/hubs.ts";
import { answered, FEED_URL, met, rss, unanswered } from "../met.ts";
import { found } from "./found.ts";

const HUB = "https://hub.example/";
const at = (path: string) => `https://quay.example/${path}`;
const linked = (Link: string | undefined, hubs = [HUB], self: string | null = FEED_URL) =>
  found(DISCOVERY_CHECKS, met({ plain: answered({ headers: { Link } }), feed: rss({ hubs, self }) }));

describe("how a feed names its hubs", () => {
  test.for([
    { name: "in both places", link: `<${HUB}>; rel="hub", <${FEED_URL}>; rel="self"` },
    { name: "unquoted, among other parameters", link: `<${HUB}>; title="a; b"; rel=hub` },
    { name: "with several relations", link: `<${HUB}>; rel="Hub next"` },
    { name: "by a relative address", link: '</h>; rel="hub"', hubs: ["https://quay.example/h"] },
    { name: "without a space between parameters", link: `<${HUB}>;crossorigin;rel=hub` },
    { name: "with spaces wherever they may be (RFC 8288 §3)", link: `<${HUB}> ; rel = "hub"` },
    { name: "several, in another order", link: `</b>; rel="hub", </a>; rel="hub"`, hubs: [at("a"), at("b")] },
    { name: "several, in that order", link: `</a>; rel="hub", </b>; rel="hub"`, hubs: [at("b"), at("a")] },
    { name: "by an address that is none", link: `<${HUB}>; rel="hub"`, hubs: ["https://"] },
    { name: "none at all", link: undefined, hubs: [] },
    { name: "only in Link, where subscribers look first", link: `<${HUB}>; rel="hub"`, hubs: [] },
  ])("$name is fine", ({ link, hubs = [HUB] }) => {
    expect(linked(link, hubs)).toEqual([]);
  });

  test.for([
    { name: "nothing in Link", link: undefined },
    { name: "another relation in Link", link: `<${HUB}>; rel="hubs"` },
    { name: "an address in Link that is none", link: '<https://>; rel="hub"' },
    { name: "what only looks like one", link: `<${HUB}?rel="hub">` },
  ])("$name is a finding", ({ link }) => {
    expect(linked(link)).toEqual(["hub-not-in-link: it names a hub, but its Link field does not"]);
  });

  test("two different hubs are a finding", () => {
    expect(linked('<https://other.example/>; rel="hub"')).toEqual([
      `hubs-differ: its Link field names the hub https://other.example/, the feed ${HUB}`,
    ]);
  });

  test("a feed without a self is a finding, unless Link has it", () => {
    expect(linked(`<${HUB}>; rel="hub"`, [HUB], null)).toEqual([
      "hub-without-self: it names a hub, but nowhere itself",
    ]);
    expect(linked(`<${HUB}>; rel="hub", <rss.xml>; rel="self"`, [HUB], null)).toEqual([]);
    expect(linked(undefined, [], null)).toEqual([]);
  });

  test("a feed that cannot be read has none of these", () => {
    const plain = answered({ headers: { Link: `<${HUB}>; rel="hub"` } });
    expect(found(DISCOVERY_CHECKS, met({ plain, feed: { reason: "it is a web page" } }))).toEqual([]);
  });
});

describe("a hub that is asked for a subscription without topic and callback", () => {
  test.for([
    { status: 400, finds: [] },
    { status: 422, finds: [] },
    { status: 403, finds: [] },
    { status: 499, finds: [] },
    { status: 300, finds: [] },
    { status: 302, finds: [] },
    {
      status: 202,
      finds: ["hub-accepts-anything: the hub answers a subscription without topic and callback with 202"],
    },
    {
      status: 299,
      finds: ["hub-accepts-anything: the hub answers a subscription without topic and callback with 299"],
    },
    { status: 404, finds: ["no-hub-there: no hub is there: it answers with 404"] },
    { status: 405, finds: ["no-hub-there: no hub is there: it answers with 405"] },
    { status: 410, finds: ["no-hub-there: no hub is there: it answers with 410"] },
    { status: 500, finds: ["hub-unreachable: the hub answers with 500"] },
  ])("and answers $status", ({ status, finds }) => {
    expect(found(HUB_CHECKS, { url: HUB, refusal: answered({ url: HUB, status }) })).toEqual(finds);
  });

  test("and does not answer", () => {
    const refusal = unanswered("the connection broke off", "broken", HUB);
    expect(found(HUB_CHECKS, { url: HUB, refusal })).toEqual([
      "hub-unreachable: the hub does not answer: the connection broke off",
    ]);
  });
});

test("hubs that readers do not meet are worth a warning, what they get by with a notice, each with what helps", () => {
  const checks = [...DISCOVERY_CHECKS, ...HUB_CHECKS];
  expect(checks.map(({ name, severity }) => `${name}: ${severity}`)).toEqual([
    "hub-not-in-link: notice",
    "hubs-differ: warning",
    "hub-without-self: warning",
    "hub-unreachable: warning",
    "no-hub-there: warning",
    "hub-accepts-anything: notice",
  ]);
  for (const { fix } of checks) expect(fix).toMatch(/^[A-Z].*\.$/);
});
