import type { Equivalent } from "../mutant.ts";

/** Mutants of `ledger` that behave as the program does. */
export const LEDGER_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "ledger/channels.ts",
    from: ".sort(([a], [b]) => (a < b ? -1 : 1))",
    to: ".sort(([a], [b]) => (a <= b ? -1 : 1))",
    because: "They are the keys of a map, so no two are equal.",
  },
  {
    file: "ledger/sort-matches.ts",
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
  {
    file: "ledger/address-rules.ts",
    from: 'const [permalink = "", ...words] = line.split(" ");',
    to: 'const [permalink = "Stryker was here!", ...words] = line.split(" ");',
    because: "A text that is cut at spaces has a first part; the default is for the types.",
  },
  {
    file: "ledger/identify.ts",
    from: 'const id = given ?? patternId(site.ids ?? "", place, published, site, source);',
    to: 'const id = given ?? patternId(site.ids ?? "Stryker was here!", place, published, site, source);',
    because:
      "Only where a pattern for ids is set is an article without a given one; the default is for the types.",
  },
  {
    file: "ledger/address-rules.ts",
    from: 'slugs: named.get("slugs") ?? "",',
    to: 'slugs: named.get("slugs") ?? "Stryker was here!",',
    because:
      "What a line does not say is compared with what the other does not say, and no setting is called this.",
  },
  {
    file: "ledger/address-rules.ts",
    from: 'date: named.get("date") ?? "",',
    to: 'date: named.get("date") ?? "Stryker was here!",',
    because:
      "What a line does not say is compared with what the other does not say, and no setting is called this.",
  },
  {
    file: "ledger/address-rules.ts",
    from: 'languages: named.get("languages")?.split(",") ?? [],',
    to: 'languages: named.get("languages")?.split(",") ?? ["Stryker was here"],',
    because:
      "What a line does not say is compared with what the other does not say, and no setting is called this.",
  },
  {
    file: "ledger/address-rules.ts",
    from: "if (remembered === rules) return () => null;",
    to: "if (false) return () => null;",
    because: "The shortcut only saves time: rules compared with themselves differ nowhere.",
  },
  {
    file: "ledger/address-rules.ts",
    from: 'return [pattern, digest, isPrefixed, isDated ? date : ""].join(" ");',
    to: 'return [pattern, digest, isPrefixed, isDated ? date : "Stryker was here!"].join(" ");',
    because:
      "What stands for no date is compared with itself; a pattern with a date differs from one without anyway.",
  },
  {
    file: "ledger/address-rules.ts",
    from: 'return [pattern, digest, isPrefixed, isDated ? date : ""].join(" ");',
    to: 'return [pattern, digest, isPrefixed, isDated ? date : ""].join("");',
    because:
      "No two rules are the same without the spaces: a pattern begins with a slash, and a digest has its length.",
  },
  {
    file: "ledger/addresses.ts",
    from: "isLeftToSite: (address: string) => boolean = () => false,",
    to: "isLeftToSite: (address: string) => boolean = () => undefined,",
    because: "Undefined is as false as false.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "for (const one of articles) if (one.id !== null) byId.set(one.id, one);",
    to: "for (const one of articles) if (true) byId.set(one.id, one);",
    because: "No id is null; the question is for the types.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "const own = id === null ? undefined : byId.get(id);",
    to: "const own = false ? undefined : byId.get(id);",
    because: "No id is null; the question is for the types.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "return entry !== null && entry.id !== null && held.has(entry.id) ? null : entry;",
    to: "return entry !== null && true && held.has(entry.id) ? null : entry;",
    because: "No id is null; the question is for the types.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "if (id !== null && !ids.has(id)) {",
    to: "if (true && !ids.has(id)) {",
    because: "No id is null; the question is for the types.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "const held = new Set<string>(articles.length === 0 ? [] : records.map(({ id }) => id));",
    to: "const held = new Set<string>(false ? [] : records.map(({ id }) => id));",
    because: "Where nothing was adopted, nothing asks what is held; the shortcut only saves time.",
  },
  {
    file: "ledger/adopted-book.ts",
    from: "const held = new Set<string>(articles.length === 0 ? [] : records.map(({ id }) => id));",
    to: 'const held = new Set<string>(articles.length === 0 ? ["Stryker was here"] : records.map(({ id }) => id));',
    because: "Where nothing was adopted, nothing asks what is held; the shortcut only saves time.",
  },
  {
    file: "ledger/decode-ledger.ts",
    from: "underWay: readonly (readonly string[])[] = [],",
    to: 'underWay: readonly (readonly string[])[] = ["Stryker was here"],',
    because: "No digest is a letter of this.",
  },
  {
    file: "ledger/decode-ledger.ts",
    from: "if (digest === null || ![named, ...underWay].some((digests) => digests[index] === digest)) {",
    to: "if (false || ![named, ...underWay].some((digests) => digests[index] === digest)) {",
    because:
      "No list holds null as a digest, so the other half says the same; the question is for the types.",
  },
  {
    file: "ledger/decode-ledger.ts",
    from: "if (text !== null) return JSON.parse(text);",
    to: "if (true) return JSON.parse(text);",
    because: "Null is read as null then, which the schema refuses in the same words.",
  },
  {
    file: "ledger/identify.ts",
    from: "clashes.push({ source, with: owner.find((one) => one.id === id)?.path ?? source.path });",
    to: "clashes.push({ source, with: owner.find(one => one.id === id).path ?? source.path });",
    because: "An id that is taken has an owner; the question is for the types.",
  },
  {
    file: "ledger/identify.ts",
    from: "lateUpdates: articles.filter(({ source }) => source.updated !== null && source.updated > now),",
    to: "lateUpdates: articles.filter(({ source }) => true && source.updated > now),",
    because: "Null is never later than now; the question is for the types.",
  },
  {
    file: "ledger/packed.ts",
    from: "const isGzip = GZIP.every((byte, index) => packed[index] === byte);",
    to: "const isGzip = GZIP.some((byte, index) => packed[index] === byte);",
    because: "Text in bytes is base64 here, none of whose letters is one of the two.",
  },
  {
    file: "ledger/pattern-address.ts",
    from: 'site.generator === "docusaurus" && slug !== null ? named.replace(/\\{.*(?<!\\/)(?=\\/?$)/, "{slug}") : named;',
    to: 'site.generator === "docusaurus" && slug !== null ? named.replace(/\\{.*(?<!\\/)(?=\\/?)/, "{slug}") : named;',
    because: "The pattern ends in one slash or none, so what is greedy ends there too.",
  },
  {
    file: "ledger/pattern-address.ts",
    from: 'const room = valueAt(naming ?? "").length - excess;',
    to: 'const room = valueAt(naming ?? "Stryker was here!").length - excess;',
    because: "Where nothing names the article the length plays no part; the default is for the types.",
  },
  {
    file: "ledger/pattern-address.ts",
    from: 'if (isShort && suffix === "") return address;',
    to: "if (false) return address;",
    because: "The shortcut only saves time: filled in again the address is the same.",
  },
  {
    file: "ledger/pattern-address.ts",
    from: 'if (isShort && suffix === "") return address;',
    to: 'if (isShort && suffix === "Stryker was here!") return address;',
    because: "The shortcut only saves time: filled in again the address is the same.",
  },
  {
    file: "ledger/pattern-address.ts",
    from: "} catch { return false; }",
    to: "} catch {}",
    because: "Undefined is as false as false.",
  },
  {
    file: "ledger/publication-date.ts",
    from: 'if (date === null || date.kind === "guess") return null;',
    to: "if (date === null || false) return null;",
    because: "A guess has no month, so that no year has its day; the question is for the types.",
  },
  {
    file: "ledger/publication-date.ts",
    from: 'if (date === null || date.kind === "guess") return null;',
    to: 'if (date === null || date.kind === "") return null;',
    because: "A guess has no month, so that no year has its day; the question is for the types.",
  },
];
