import { describe, expect, test } from "vitest";
import type { PublicationDate } from "../../src/article/source.ts";
import { earlyIds } from "../../src/ledger/early-ids.ts";
import { recordBut } from "./records.ts";
import { articleText, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { pathOf, sourceAt } from "./source-at.ts";

const TIDE = recordBut({ ordinal: 0, path: pathOf("tide.md") });
const LOCK = recordBut({ ordinal: 1, path: pathOf("lock.md") });

const at = (instant: number): PublicationDate => ({ kind: "instant", at: instant });

/** Who asks too early for the id of which file, as of second 5000, beside the file of `TIDE`. */
function early(
  asking: { path?: string; id?: string | null; published?: PublicationDate | null },
  records = [TIDE, LOCK],
) {
  const source = sourceAt({ path: "next.md", id: TIDE.id, published: at(5001), ...asking });
  const sources = [sourceAt({ path: "tide.md" }), source];
  return earlyIds(sources, records, 5000).map((one) => [one.source.path, one.with]);
}

describe("an article that is to come may not ask for the id of one that is there", () => {
  test("beside whose file its own lies", () => {
    expect(early({})).toEqual([["next.md", "tide.md"]]);
    expect(early({ id: ` ${TIDE.id} ` })).toEqual([["next.md", "tide.md"]]);
  });

  test.for([
    { name: "it names no id", asking: { id: null } },
    { name: "nobody has the id", asking: { id: "urn:nobody" } },
    { name: "it is dated by now", asking: { published: at(5000) } },
    { name: "it has no date", asking: { published: null } },
    { name: "its date is a guess", asking: { published: { kind: "guess", at: 9000 } as const } },
    { name: "the file of the other is gone: it takes its place", asking: { id: LOCK.id } },
    { name: "it is that article itself", asking: { path: "lock.md", id: LOCK.id } },
  ])("but may where $name", ({ asking }) => {
    expect(early(asking)).toEqual([]);
  });

  test("but may where the other was deleted", () => {
    expect(early({}, [{ ...TIDE, deleted: 4000 }, LOCK])).toEqual([]);
  });

  test("and is a clash if it does, while the other stays as it is and nothing waits", () => {
    const history = new SiteHistory();
    const tide = { "tide.md": articleText("Tide", "id: urn:t\n") };
    const before = history.bake(tide, NOW);
    const next = articleText("Next", "id: urn:t\ndate: 2025-07-03T18:00:00Z\n");
    const lock = articleText("Lock");
    const after = history.bake({ ...tide, "next.md": next, "lock.md": lock }, NOW + HOUR);
    expect(Object.keys(after)).toEqual(["tide.md", "lock.md"]);
    expect(after["tide.md"]).toBe(before["tide.md"]);
    expect(history.last?.clashes.map((clash) => [clash.source.path, clash.with])).toEqual([
      ["next.md", "tide.md"],
    ]);
    expect(history.last?.waiting).toEqual([]);
    history.bake({ "next.md": next, "lock.md": lock }, NOW + DAY);
    expect(history.last?.clashes).toEqual([]);
  });
});
