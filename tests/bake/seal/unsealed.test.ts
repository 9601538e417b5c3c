import { expect, test } from "vitest";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { HOUR, NOW, publishFiles } from "../../publish/publish-files.ts";

const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000", "");
const article = (fields: string, text = "Text.") => `---\ntitle: One\n${fields}---\n${text}\n`;
const released = (at: number) => article(`date: ${iso(at)}\n`);
const AT = NOW + HOUR;

/** What is said of files that are not published yet, or not for ever. */
async function told(files: Readonly<Record<string, string>>) {
  const { site } = await publishFiles(
    { "old.md": article("date: 2020-01-01\n"), ...files },
    new MemoryStore(),
    NOW,
  );
  const messages = new Map(site.problems.map(({ file, message }) => [file, message]));
  return { messages, sealed: site.sealed.map(({ file, at }) => [file, at]) };
}

test("what a document has no room for is told, and when there will be some", async () => {
  const row = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`n${n}.md`, released(AT + n)]));
  const ad = article(`date: 2021-01-01\nexpires: ${iso(AT + 20)}\n`);
  const { messages, sealed } = await told({ ...row, "ad.md": ad });
  expect(sealed).toHaveLength(8);
  const why = `a document holds 8 states ahead; a bake after ${iso(AT)} makes room`;
  expect(messages.get("n7.md")).toBe(`is sealed, and is published by itself at ${iso(AT + 7)}`);
  expect(messages.get("n8.md")).toBe(
    `is dated ${iso(AT + 8)}, which is in the future, and is not sealed: ${why}`,
  );
  expect(messages.get("ad.md")).toBe(`expires at ${iso(AT + 20)}, which is not sealed: ${why}`);
});

test("what would make a feed too long is told, with that feed", async () => {
  const long = "The tide rises by six. ".repeat(5000);
  const texts = Array.from({ length: 16 }, (_, n) => [`t${n}.md`, article("date: 2021-01-01\n", long)]);
  const { messages, sealed } = await told({ ...Object.fromEntries(texts), "next.md": released(AT) });
  expect(sealed).toEqual([]);
  expect(messages.get("next.md")).toMatch(
    /is not sealed: \/\S+ would hold [\d.]+ MB of what is ahead, and may hold 1\.5 MB; bake again then$/,
  );
});

test("an article that comes and goes is told at both of its instants", async () => {
  const { messages, sealed } = await told({
    "ad.md": article(`date: ${iso(AT)}\nexpires: ${iso(AT + HOUR)}\n`),
  });
  expect(sealed).toEqual([
    ["ad.md", AT],
    ["ad.md", AT + HOUR],
  ]);
  expect(messages.get("ad.md")).toBe(`is sealed, and is published by itself at ${iso(AT)}`);
});

test("an article that is there already is not sealed, whatever is brought again with what is", async () => {
  const store = new MemoryStore();
  const files = { "old.md": article("date: 2020-01-01\n"), "next.md": released(AT) };
  await publishFiles(files, store, NOW);
  const { site } = await publishFiles({ ...files, "more.md": article("") }, store, AT - 50);
  expect(site.sealed.map(({ file, at }) => [file, at])).toEqual([["next.md", AT + 1]]);
});
