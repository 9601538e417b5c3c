import { expect, test } from "vitest";
import { planPublish } from "../../src/publish/plan.ts";
import { changedTopics } from "../../src/publish/topics.ts";
import type { DocumentKind } from "../../src/representation/cache-policy.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { HOUR, NOW, publishFiles } from "./publish-files.ts";
import { changed, kept, publishedState, representationOf, siteOf } from "./wanted-site.ts";

function planOf(...documents: readonly { readonly address: string; readonly kind: DocumentKind }[]) {
  const wanted = documents.map(({ address, kind }) => ({
    ...changed("other", address),
    representation: representationOf(address, kind),
  }));
  return planPublish(siteOf([...wanted, kept("other", "/kept.xml")]), publishedState([]), Infinity);
}

test("topics are the feeds that changed, with the tags that the edge will show (WebSub §2)", () => {
  const plan = planOf(
    { address: "/rss.xml", kind: "feed" },
    { address: "/tags/tide/feed.json", kind: "feed" },
  );
  expect(changedTopics(plan, "https://quay.example")).toEqual([
    { url: "https://quay.example/rss.xml", tag: representationOf("/rss.xml").metadata.tag },
    {
      url: "https://quay.example/tags/tide/feed.json",
      tag: representationOf("/tags/tide/feed.json").metadata.tag,
    },
  ]);
});

test("archives are told to nobody: nobody subscribes to what does not change (RFC 5005 §4)", () => {
  const plan = planOf({ address: "/archive/1/rss.xml", kind: "archive" });
  expect(changedTopics(plan, "https://quay.example")).toEqual([]);
});

test.for(["page", "asset", "media", "text", "error", "moved"] as const)("a %s is no topic", (kind) => {
  expect(changedTopics(planOf({ address: "/one", kind }), "https://quay.example")).toEqual([]);
});

test("a feed of this very publish that stands there only later is no news now", () => {
  const { metadata, value } = representationOf("/rss.xml", "feed");
  const representation = { metadata: { ...metadata, from: metadata.lastModified + 1 }, value };
  const site = siteOf([{ ...changed("other", "/rss.xml"), representation }]);
  const plan = planPublish(site, publishedState([]), Infinity);
  expect(changedTopics(plan, "https://quay.example")).toEqual([]);
});

test("a feed is no news that is not there yet, nor one that only becomes another later", async () => {
  const store = new MemoryStore();
  const old = { "old.md": "---\ndate: 2020-01-01\n---\nOld.\n" };
  await publishFiles(old, store, NOW);
  const date = new Date((NOW + HOUR) * 1000).toISOString();
  const sealed = { "next.md": `---\ndate: ${date}\ntags: [tide]\n---\nNext.\n` };
  const { plan } = await publishFiles({ ...old, ...sealed }, store, NOW + 60);
  expect(plan.stages.flat().map(({ key }) => key)).toEqual(
    expect.arrayContaining(["/rss.xml", "/tags/tide/rss.xml"]),
  );
  expect(changedTopics(plan, "https://quay.example")).toEqual([]);
});
