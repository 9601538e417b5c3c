import type { Equivalent } from "../mutant.ts";

/** Mutants of `ledger` that behave as the program does. */
export const LEDGER_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "ledger/addresses.ts",
    from: "if (!/\\{(year|month|day)\\}/.test(permalink)) return permalink;",
    to: "if (false) return permalink;",
    because: "The shortcut only saves time: a pattern without these tokens comes out as it is.",
  },
  {
    file: "ledger/channels.ts",
    from: ".sort(([a], [b]) => (a < b ? -1 : 1))",
    to: ".sort(([a], [b]) => (a <= b ? -1 : 1))",
    because: "They are the keys of a map, so no two are equal.",
  },
  {
    file: "ledger/codec.ts",
    from: "underWay: readonly string[] = [],",
    to: 'underWay: readonly string[] = ["Stryker was here"],',
    because: "No digest is ever this text.",
  },
  {
    file: "ledger/codec.ts",
    from: "if (digest === null || (digest !== named[index] && digest !== underWay[index])) {",
    to: "if (false || (digest !== named[index] && digest !== underWay[index])) {",
    because:
      "No digest is null in either list, so the other half says the same; the question is for the types.",
  },
  {
    file: "ledger/identify.ts",
    from: "fresh.sort((a, b) => a.published - b.published || (a.match.source.path < b.match.source.path ? -1 : 1));",
    to: "fresh.sort((a, b) => a.published - b.published || (a.match.source.path <= b.match.source.path ? -1 : 1));",
    because: "No two sources have one path.",
  },
  {
    file: "ledger/identify.ts",
    from: "for (const { match } of fresh) if (match.ownId !== null) ids.add(match.ownId);",
    to: "for (const { match } of fresh) if (true) ids.add(match.ownId);",
    because: "No id that is made from a path is null; the question is for the types.",
  },
  {
    file: "ledger/identify.ts",
    from: "const records = [...ledger.articles];",
    to: "const records = [];",
    because: "Every record is put in its place further down; the copy only spares an array with holes.",
  },
  {
    file: "ledger/match.ts",
    from: "const other = ownId === null ? undefined : asked.get(ownId);",
    to: "const other = false ? undefined : asked.get(ownId);",
    because: "The map holds nothing under null; the question is for the types.",
  },
  {
    file: "ledger/match.ts",
    from: "if (ownId !== null && other === undefined) asked.set(ownId, source.path);",
    to: "if (true && other === undefined) asked.set(ownId, source.path);",
    because: "What stands under null is never asked for; the question is for the types.",
  },
  {
    file: "ledger/match.ts",
    from: "if (open.length === 0 || claimed.size === records.length) return;",
    to: "if (false) return;",
    because: "The shortcut only saves time: with nothing open, or nothing to claim, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (open.length === 0 || claimed.size === records.length) return;",
    to: "if (open.length === 0 && claimed.size === records.length) return;",
    because: "The shortcut only saves time: with nothing open, or nothing to claim, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (open.length === 0 || claimed.size === records.length) return;",
    to: "if (false || claimed.size === records.length) return;",
    because: "The shortcut only saves time: with nothing open, or nothing to claim, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (open.length === 0 || claimed.size === records.length) return;",
    to: "if (open.length === 0 || false) return;",
    because: "The shortcut only saves time: with nothing open, or nothing to claim, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "const candidates = wanted === null ? undefined : index.get(wanted);",
    to: "const candidates = false ? undefined : index.get(wanted);",
    because: "The index holds nothing under null; the question is for the types.",
  },
  {
    file: "ledger/match.ts",
    from: "if (asked.size > 0)",
    to: "if (true)",
    because: "The question only saves time: where no source asks for an id, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (asked.size > 0)",
    to: "if (asked.size >= 0)",
    because: "The question only saves time: where no source asks for an id, the pass finds nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (claimed.has(record.ordinal)) continue;",
    to: "if (false) continue;",
    because:
      "What is claimed is passed over again where candidates are tried; this only keeps the index small.",
  },
  {
    file: "ledger/match.ts",
    from: "if (list.length > 1) list.sort((a, b) => rank(b) - rank(a) || b.ordinal - a.ordinal);",
    to: "if (true) list.sort((a, b) => rank(b) - rank(a) || b.ordinal - a.ordinal);",
    because: "Sorting a list of one changes nothing.",
  },
  {
    file: "ledger/match.ts",
    from: "if (list.length > 1) list.sort((a, b) => rank(b) - rank(a) || b.ordinal - a.ordinal);",
    to: "if (list.length >= 1) list.sort((a, b) => rank(b) - rank(a) || b.ordinal - a.ordinal);",
    because: "Sorting a list of one changes nothing.",
  },
  {
    file: "ledger/packed.ts",
    from: 'if (typeof packed === "string") return Buffer.from(packed, "base64");',
    to: 'if (false) return Buffer.from(packed, "base64");',
    because: "Text then goes through bytes and back, which takes longer and ends the same.",
  },
  {
    file: "ledger/packed.ts",
    from: 'if (typeof packed === "string") return Buffer.from(packed, "base64");',
    to: 'if (typeof packed === "") return Buffer.from(packed, "base64");',
    because: "Text then goes through bytes and back, which takes longer and ends the same.",
  },
  {
    file: "ledger/publication-date.ts",
    from: "for (let year = newestYear; year > newestYear - 10; year -= 1) {",
    to: "for (let year = newestYear; year >= newestYear - 10; year -= 1) {",
    because: "A day that was not found by then is one that no year has.",
  },
  {
    file: "ledger/rebuild.ts",
    from: "(a, b) => a.record.edition - b.record.edition || (a.key < b.key ? -1 : 1),",
    to: "(a, b) => a.record.edition - b.record.edition || (a.key <= b.key ? -1 : 1),",
    because: "No two documents of a store have one key.",
  },
  {
    file: "ledger/rebuild.ts",
    from: "earlier: [],",
    to: 'earlier: ["Stryker was here"],',
    because: "The list keeps its place among the fields and is filled in when all documents are known.",
  },
  {
    file: "ledger/renew-record.ts",
    from: "const declared = source.updated !== null && source.updated <= now ? source.updated : null;",
    to: "const declared = true && source.updated <= now ? source.updated : null;",
    because: "An update that is not declared is null on both ways; the question is for the types.",
  },
  {
    file: "ledger/renew-record.ts",
    from: "if (source.permalink === before.address) return { slug: before.slug, address: before.address };",
    to: "if (false) return { slug: before.slug, address: before.address };",
    because: "Asking the book gives the same place; the shortcut only saves opening the book.",
  },
  {
    file: "ledger/windows.ts",
    from: "const correction = record?.correction ?? null;",
    to: "const correction = record.correction ?? null;",
    because: "Every ordinal of a window has a record; the question is for the types.",
  },
];
