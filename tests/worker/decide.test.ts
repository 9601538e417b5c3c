import { describe, expect, test } from "vitest";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import { decide } from "../../src/worker/decide.ts";
import type { EdgeRequest } from "../../src/worker/edge-request.ts";

const EDITION = 1_782_900_000;
const TAG = weakEntityTag(EDITION, "0123456789abcdef", "fedcba");
const TAG_BEFORE = weakEntityTag(EDITION - 60, "aaaaaaaaaaaaaaaa", "fedcba");

const FEED: RepresentationMetadata = {
  status: 200,
  kind: "feed",
  type: "application/rss+xml; charset=utf-8",
  tag: TAG,
  lastModified: EDITION,
  pollSeconds: 900,
  sizeBytes: 9000,
  stored: { gzip: 2000, brotli: 1800, identity: 0, index: 80 },
};
const MEDIA: RepresentationMetadata = {
  ...FEED,
  kind: "media",
  type: "image/png",
  sizeBytes: 1000,
  stored: { gzip: 0, brotli: 0, identity: 1000, index: 0 },
};

function request(fields: Record<string, string> = {}, method = "GET"): EdgeRequest {
  return {
    method,
    pathname: "/rss.xml",
    fields: new Headers(fields),
    search: "",
    host: "quay.example",
    acceptEncoding: fields["Accept-Encoding"] ?? "",
    nowSeconds: EDITION + 100,
  };
}

describe("what stands under a key decides first", () => {
  test.for([
    [
      "a deletion without a body of its own",
      { ...FEED, status: 410, kind: "error" as const, sizeBytes: 0 },
      "gone",
    ],
    ["a page for 410 is sent whole", { ...FEED, status: 410, kind: "error" as const }, "whole"],
    [
      "preconditions count only where the answer would be 2xx (RFC 9110 §13.2.1)",
      { ...FEED, status: 404, kind: "error" as const },
      "whole",
    ],
  ] as const)("%s", ([, metadata, kind]) => {
    const conditional = request({ "If-None-Match": TAG, "If-Match": '"other"' });
    expect(decide(conditional, metadata).kind).toBe(kind);
  });
});

describe("a feed", () => {
  test.for([
    [
      "is sent whole in the best coding that is accepted",
      { "Accept-Encoding": "gzip, br" },
      { kind: "whole", coding: "br" },
    ],
    [
      "comes in gzip where brotli is not named",
      { "Accept-Encoding": "gzip, *" },
      { kind: "whole", coding: "gzip" },
    ],
    ["comes without coding to whoever names none", {}, { kind: "whole", coding: "identity" }],
    [
      "is not sent again (RFC 9110 §13.1.2)",
      { "If-None-Match": TAG },
      { kind: "not-modified", validators: FEED },
    ],
    ["fails If-Match, which compares strongly (RFC 9110 §13.1.1)", { "If-Match": TAG }, { kind: "failed" }],
    ["has no ranges", { Range: "bytes=0-9" }, { kind: "whole", coding: "identity" }],
    [
      "is sent as what changed, to whoever asks and has an edition before (RFC 3229)",
      { "A-IM": "feed", "If-None-Match": TAG_BEFORE, "Accept-Encoding": "br, gzip" },
      {
        kind: "changes",
        base: { edition: EDITION - 60, settings: "fedcba", tag: TAG_BEFORE },
        coding: "gzip",
        otherwise: "br",
      },
    ],
  ] as const)("%s", ([, fields, decision]) => {
    expect(decide(request(fields), FEED)).toEqual(decision);
  });

  test.for([
    ["has no item index", { ...FEED, stored: { ...FEED.stored, index: 0 } }],
    ["is too long to inflate", { ...FEED, sizeBytes: 700_001 }],
    ["was made under other settings", { ...FEED, tag: weakEntityTag(EDITION, "0123456789abcdef", "000000") }],
  ] as const)("is sent whole where it %s, also to whoever asks for what changed", ([, metadata]) => {
    const asking = request({ "A-IM": "feed", "If-None-Match": TAG_BEFORE });
    expect(decide(asking, metadata)).toEqual({ kind: "whole", coding: "identity" });
  });
});

describe("media", () => {
  test.for([
    [
      "a part (RFC 9110 §14.1.2)",
      { Range: "bytes=10-19" },
      "GET",
      { kind: "part", range: { offset: 10, length: 10 } },
    ],
    [
      "no part of it lies there (RFC 9110 §15.5.17)",
      { Range: "bytes=1000-" },
      "GET",
      { kind: "unsatisfiable" },
    ],
    [
      "Range is defined for GET alone (RFC 9110 §14.2)",
      { Range: "bytes=10-19" },
      "HEAD",
      { kind: "whole", coding: "identity" },
    ],
    [
      "If-None-Match comes before Range (RFC 9110 §13.2.2)",
      { Range: "bytes=10-19", "If-None-Match": TAG },
      "GET",
      { kind: "not-modified", validators: MEDIA },
    ],
  ] as const)("%s", ([, fields, method, decision]) => {
    expect(decide(request(fields, method), MEDIA)).toEqual(decision);
  });
});
