import { expect, test } from "vitest";
import { channelSlug } from "../../src/article/channel-slug.ts";

test.for([
  { name: "Water", slug: "water" },
  { name: "  High  Water ", slug: "high-water" },
  { name: "-C++ & Rust!", slug: "c-rust" },
  { name: "№ 5", slug: "no-5" },
  { name: "e\u0301te\u0301", slug: encodeURIComponent("\u00e9t\u00e9") },
  { name: "日本 語", slug: encodeURIComponent("日本-語") },
  { name: "क्षि", slug: encodeURIComponent("क्षि") },
  { name: "!!!", slug: "other" },
  { name: "", slug: "other" },
  { name: "a".repeat(240), slug: "a".repeat(240) },
  { name: "a".repeat(241), slug: "a".repeat(20) },
  { name: `b ${"a".repeat(238)}`, slug: `b-${"a".repeat(238)}` },
  { name: `b ${"a".repeat(239)}`, slug: "b" },
  { name: `b ${"a".repeat(239)} c`, slug: "b" },
  { name: "潮".repeat(26), slug: encodeURIComponent("潮".repeat(26)) },
  { name: "潮".repeat(27), slug: encodeURIComponent("潮".repeat(20)) },
])("a channel of the name “$name” has the slug $slug", ({ name, slug }) => {
  expect(channelSlug(name)).toBe(slug);
});
