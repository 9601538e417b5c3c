import { hash } from "node:crypto";
import { statSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textOf } from "../../src/article/source-of.ts";
import { ListPool } from "../../src/cache/list-pool.ts";
import { decodeOutcome } from "../../src/cache/outcome.ts";
import { errorCode, parseFile, readSource, unreadable } from "../../src/cache/parse-file.ts";
import { SegmentReader, SegmentWriter } from "../../src/cache/segment.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

const TIDE = "# Tide\n\nSee [the lock](lock.md), then.\n";
const MOST_BYTES = 5 * 1024 * 1024;

describe("a file that is read", () => {
  test("gives its bytes, their digest and its stamp", () => {
    const root = contentFolder({ "sea/tide.md": TIDE });
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, "sea/tide.md"));
    expect(readSource(root, pathOf("sea/tide.md"))).toEqual({
      kind: "read",
      bytes: Buffer.from(TIDE),
      stamp: [size, mtimeMs, ctimeMs, ino],
      sha256: hash("sha256", TIDE, "base64url"),
    });
  });

  test("may have 5 MiB and no more", () => {
    const root = contentFolder({ "long.md": "" });
    truncateSync(join(root, "long.md"), MOST_BYTES);
    expect(readSource(root, pathOf("long.md"))).toMatchObject({ kind: "read" });
    truncateSync(join(root, "long.md"), MOST_BYTES + 1.5 * 1024 * 1024);
    expect(readSource(root, pathOf("long.md"))).toEqual({
      kind: "unreadable",
      reason: "has 6.5 MiB, and a text may have 5; divide it, or offer it as a file to download",
    });
  });

  test("is told with its fault where it cannot be read", () => {
    const root = contentFolder({});
    symlinkSync("nowhere", join(root, "astray.md"));
    expect(readSource(root, pathOf("astray.md"))).toEqual({
      kind: "unreadable",
      reason: "cannot be read (ENOENT); make it readable, or remove it",
    });
  });
});

test.for([
  { name: "of the file system", cause: Object.assign(new Error("no"), { code: "EACCES" }), code: "EACCES" },
  { name: "without a code", cause: new Error("no"), code: "unknown reason" },
  { name: "that is no error", cause: { code: "EACCES" }, code: "unknown reason" },
  { name: "that is a text", cause: "EACCES", code: "unknown reason" },
])("a fault $name is told as $code", ({ cause, code }) => {
  expect(errorCode(cause)).toBe(code);
});

test("a file that cannot be read is one problem, and an error", () => {
  expect(unreadable(pathOf("a.md"), "has no end")).toEqual({
    article: null,
    problems: [{ file: "a.md", line: null, severity: "error", message: "has no end" }],
    asides: [],
  });
});

describe("what becomes of a file", () => {
  const root = () => contentFolder({ "tide.md": TIDE, "bad.md": "---\ntitle: [\n---\nText.\n" });

  function parsed(name: string, writer: SegmentWriter | null, folder = root()) {
    const path = pathOf(name);
    return parseFile(path, readSource(folder, path), siteWith(), writer);
  }

  const outcomeIn = (bytes: Uint8Array) => decodeOutcome(bytes, new ListPool());

  test("is written down, with its text, and remembered by stamp and digest", () => {
    const folder = temporaryFolder();
    const [content, writer] = [root(), new SegmentWriter(folder, "one")];
    const { path, outcomeBytes, remembered, text } = parsed("tide.md", writer, content);
    writer.close();
    const read = readSource(content, path);
    if (remembered === null || read.kind !== "read") throw new Error("not remembered");
    expect({ path, text }).toEqual({ path: "tide.md", text: null });
    expect([remembered.stamp, remembered.sha256]).toEqual([read.stamp, read.sha256]);
    const reader = new SegmentReader(folder, "one");
    expect(Buffer.from(reader.outcome(remembered.place.outcome) ?? [])).toEqual(Buffer.from(outcomeBytes));
    expect(Buffer.from(reader.text(remembered.place.text) ?? []).toString()).toContain("See");
    expect(outcomeIn(outcomeBytes)?.source).toMatchObject({ title: "Tide" });
    reader.close();
  });

  test.for([
    { name: "there is no segment", writer: () => null },
    { name: "the segment takes nothing", writer: brokenWriter },
  ])("keeps its text in memory where $name", ({ writer }) => {
    const { remembered, text } = parsed("tide.md", writer());
    const { article } = parseArticle({ path: pathOf("tide.md"), bytes: Buffer.from(TIDE) }, siteWith());
    expect(remembered).toBeNull();
    expect(text).toEqual(article && textOf(article));
    expect(text?.pieces).toHaveLength(2);
    expect(parsed("bad.md", writer()).text).toBeNull();
  });

  test("is a problem where it cannot be read, and nothing is remembered of it", () => {
    const folder = temporaryFolder();
    const writer = new SegmentWriter(folder, "one");
    const { path, outcomeBytes, remembered, text } = parsed("gone.md", writer);
    writer.close();
    expect({ path, remembered, text }).toEqual({ path: "gone.md", remembered: null, text: null });
    const message = "cannot be read (ENOENT); make it readable, or remove it";
    expect(outcomeIn(outcomeBytes)).toEqual({
      source: null,
      problems: [{ file: "gone.md", line: null, severity: "error", message }],
      asides: [],
    });
  });
});

/** A segment on a disk that is full. */
function brokenWriter(): SegmentWriter {
  const writer = new SegmentWriter(temporaryFolder(), "one");
  writer.add = () => {
    throw new Error("the disk is full");
  };
  return writer;
}
