import { describe, expect, test } from "vitest";
import { openGate } from "../../src/bake/gate/gate.ts";
import { gatedBody } from "../../src/bake/gate/gated-body.ts";
import type { FeedOutput, TextOutput } from "../../src/render/output.ts";
import { feedOf, RICH_ITEM } from "../render/rich-feed.ts";
import { NOW } from "./values.ts";

const gate = () => openGate([], NOW);

function textOutput(type: string, render: (edition: number) => string): TextOutput {
  return { key: "/some", kind: "text", type, status: 200, format: null, render, madeFrom: () => {} };
}

function feedOutput(tail: string): FeedOutput {
  return {
    key: "/feed.json",
    kind: "feed",
    type: "application/feed+json",
    status: 200,
    format: "json",
    itemOf: () => RICH_ITEM,
    render: () => ({ head: '{"items":[', items: [], separator: ",", tail }),
    madeFrom: () => {},
    articles: [],
  };
}

describe("an output on its way through the gate", () => {
  test("is what it is without a gate", () => {
    expect(
      gatedBody(
        textOutput("text/plain", (edition) => `As of ${edition}.`),
        gate(),
      ).body(5),
    ).toBe("As of 5.");
    const { head, items, tail } = feedOf("rss", [RICH_ITEM]);
    const feed: FeedOutput = { ...feedOutput(""), format: "rss", render: () => feedOf("rss", [RICH_ITEM]) };
    expect(gatedBody(feed, gate()).body(5)).toBe(`${head}${items[0]?.text}${tail}`);
  });

  test.for([
    { type: "application/xml; charset=utf-8", problems: 1 },
    { type: "text/x-opml; charset=utf-8", problems: 1 },
    { type: "text/html; charset=utf-8", problems: 0 },
    { type: "text/plain; charset=utf-8", problems: 0 },
    { type: 'text/html; profile="application/xml"', problems: 0 },
  ])("is looked at where it is XML that no browser fixes: $type", ({ type, problems }) => {
    const gated = gatedBody(
      textOutput(type, () => "<open>"),
      gate(),
    );
    gated.body(5);
    expect(gated.problems()).toHaveLength(problems);
  });

  test("is looked at where it is a feed", () => {
    const [good, bad] = [feedOutput("]}"), feedOutput("]")].map((output) => gatedBody(output, gate()));
    good?.body(5);
    bad?.body(5);
    expect(good?.problems()).toEqual([]);
    expect(bad?.problems()).toMatchObject([{ file: "site.toml", severity: "error" }]);
  });

  test("has no problems before it is rendered, then those of the last edition that was", () => {
    const render = (edition: number) => (edition === 1 ? "<open>" : "<closed/>");
    const gated = gatedBody(textOutput("application/xml", render), gate());
    expect(gated.problems()).toEqual([]);
    gated.body(1);
    expect(gated.problems()).toHaveLength(1);
    gated.body(2);
    expect(gated.problems()).toEqual([]);
  });
});
