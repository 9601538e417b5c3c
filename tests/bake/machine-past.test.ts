import { expect, test } from "vitest";
import type { ArticleFormat } from "../../src/article/setting-choices.ts";
import { withMachinePast } from "../../src/bake/redirects/machine-past.ts";
import type { Past } from "../../src/bake/redirects/redirects.ts";
import { recordBut } from "../ledger/records.ts";

const NOTHING: Past = {
  moved: new Map(),
  gone: new Set(),
  packed: { origin: "", hosts: [], queries: [], patterns: [], rows: new Map() },
  written: new Map(),
  problems: [],
};

const MOVED = recordBut({ ordinal: 0, address: "/tea", earlier: ["/was", "/was-too"] });
const GONE = recordBut({ ordinal: 1, address: "/rain", earlier: ["/drizzle"], deleted: 2000 });

/** Where forms that the store has lead, and which are gone. */
function past({
  stored = ["/was.json", "/was-too.json", "/was.md", "/rain.json", "/drizzle.md"],
  formats = ["json", "markdown"] as readonly ArticleFormat[],
  records = [MOVED, GONE],
  before = NOTHING,
} = {}) {
  const { moved, gone } = withMachinePast(before, records, formats, new Set(stored));
  return { moved: Object.fromEntries(moved), gone: [...gone] };
}

test("the forms of an article for programs follow its page, and are gone with it, where they were published", () => {
  expect(past()).toEqual({
    moved: { "/was.json": "/tea.json", "/was-too.json": "/tea.json", "/was.md": "/tea.md" },
    gone: ["/rain.json", "/drizzle.md"],
  });
  expect(past({ formats: ["markdown"] })).toEqual({ moved: { "/was.md": "/tea.md" }, gone: ["/drizzle.md"] });
  expect(past({ stored: [] })).toEqual({ moved: {}, gone: [] });
});

test("a site without such forms has no word of them", () => {
  expect(withMachinePast(NOTHING, [MOVED, GONE], [], new Set(["/was.json"]))).toBe(NOTHING);
});

test.for([
  { name: "another article stands there", records: [MOVED, recordBut({ ordinal: 1, address: "/was.json" })] },
  {
    name: "the form of another article is there",
    records: [MOVED, recordBut({ ordinal: 1, address: "/was" })],
  },
])("a form that was published gives way where $name", ({ records }) => {
  expect(past({ records, stored: ["/was.json"] })).toEqual({ moved: {}, gone: [] });
});

test("an article that is gone keeps nothing from the forms of others", () => {
  const before = recordBut({ ordinal: 1, address: "/was", deleted: 2000 });
  expect(past({ records: [MOVED, before], stored: ["/was.json"] }).moved).toEqual({
    "/was.json": "/tea.json",
  });
});

test.for<{ name: string; fields: Partial<Past> }>([
  { name: "leads elsewhere", fields: { moved: new Map([["/was.json", "/else"]]) } },
  { name: "is gone", fields: { gone: new Set(["/was.json"]) } },
  {
    name: "leads elsewhere by the table",
    fields: { packed: { ...NOTHING.packed, rows: new Map([["/was.json", { to: "/else", status: 302 }]]) } },
  },
])("what $name already stays as it is", ({ fields }) => {
  const before = { ...NOTHING, ...fields };
  expect(past({ before, stored: ["/was.json"], records: [MOVED] })).toEqual({
    moved: Object.fromEntries(before.moved),
    gone: [...before.gone],
  });
});
