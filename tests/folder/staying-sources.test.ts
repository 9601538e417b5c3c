import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FolderError } from "../../src/folder/open-folder.ts";
import type { RecalledSources } from "../../src/folder/recall-sources.ts";
import { loseOutcomes, readBefore, recalledOf } from "./known-folder.ts";

const BARGE = "barge.md";
const FILES = { [BARGE]: "# Barge\n\nOf a barge.\n", "tide.md": "# Tide\n\nHigh.\n" };

describe("an article that stays", () => {
  const textOf = ({ staying }: RecalledSources, path: string) => {
    const row = staying.list.find((one) => staying.of.path(one) === path) ?? -1;
    return staying.read(row).readText().text;
  };

  test("is read when it is asked for, also once the cache has remembered what came of its bake", () => {
    const { recalled, cache } = recalledOf(readBefore(FILES));
    cache.files.remember(recalled.stays, recalled.others);
    expect(textOf(recalled, "tide.md")).toBe("High.");
    cache.close();
  });

  test("is read by what became of its file, whatever lies there by now", () => {
    const before = readBefore(FILES);
    utimesSync(join(before.content, BARGE), 7, 7);
    const { recalled, cache } = recalledOf(before);
    for (const path of ["tide.md", BARGE]) writeFileSync(join(before.content, path), "# Another\n\nOther.\n");
    expect([textOf(recalled, "tide.md"), textOf(recalled, BARGE)]).toEqual(["High.", "Of a barge."]);
    cache.close();
  });

  test("is parsed again where the cache was damaged, and ends the bake where its file is gone", () => {
    const before = readBefore(FILES);
    loseOutcomes(before);
    const { recalled, cache } = recalledOf(before);
    expect(textOf(recalled, "tide.md")).toBe("High.");
    rmSync(join(before.content, "tide.md"));
    expect(() => textOf(recalled, "tide.md")).toThrow(FolderError);
    cache.close();
  });
});
