import { describe, expect, test } from "vitest";
import { hasProgram } from "../programs.ts";
import { COUNT, moveSite, OLD_FEEDS } from "./moving-site.ts";
import { REMEMBERING_READERS } from "./remembering-readers.ts";

const present = REMEMBERING_READERS.filter(({ programs }) => programs.every(hasProgram));

describe("a site that moves behind one address shows nothing twice, and then what is new", () => {
  test.for(OLD_FEEDS)("$name", async (old) => {
    const readers = present.filter(
      ({ formats, knowsWithoutIds }) => formats.includes(old.format) && (old.hasIds || knowsWithoutIds),
    );
    const moved = await moveSite(old, readers);
    const counted = [...moved].map(([name, { before, after, later }]) => ({
      name,
      before: before.length,
      after: after.length,
      unread: after.filter(({ isUnread }) => isUnread).map(({ title }) => title),
      later: later.length,
      news: later.filter(({ isUnread }) => isUnread).map(({ title }) => title),
    }));
    expect(counted).toEqual(
      readers.map(({ name }) => ({
        name,
        before: COUNT,
        after: COUNT,
        unread: [],
        later: COUNT + 1,
        news: ["News"],
      })),
    );
  });
});
