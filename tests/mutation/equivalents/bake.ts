import type { Equivalent } from "../mutant.ts";

/** Mutants of `bake` that behave as the program does. */
export const BAKE_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "bake/gate/meant-item.ts",
    from: 'authors: item.authors.map(({ name = "" }) => name),',
    to: 'authors: item.authors.map(({ name = "Stryker was here!" }) => name),',
    because: "Every author of an item has a name; only the library's type lets it be missing.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'const relative = relativeUrl(item.content ?? "");',
    to: 'const relative = relativeUrl(item.content ?? "Stryker was here!");',
    because: "A text without a tag names no relative address, whatever it says.",
  },
  {
    file: "bake/gate/gate.ts",
    from: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "";',
    to: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "Stryker was here!";',
    because: "Splitting a text gives at least one part, so the default is never used.",
  },
  {
    file: "bake/gate/read-xml.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (false) throw new SyntaxError("it has no root element");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/gate/read-xml.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (root === null) throw new SyntaxError("");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: "const [, address] = RELATIVE.exec(html) ?? [];",
    to: 'const [, address] = RELATIVE.exec(html) ?? ["Stryker was here"];',
    because: "The first element of the match is passed over, whatever it is.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: "const relative = list.split(/,\\s+/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    to: "const relative = list.split(/,\\s/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    because: "White space that is left in front of a candidate is passed over when it is looked at.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = ""] of html.includes("") ? html.matchAll(SRCSET) : []) {',
    because:
      "The look ahead only saves the search through texts without a srcset, which finds nothing there.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = "Stryker was here!"] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    because: "The group is part of every match, so its default is never used.",
  },
  {
    file: "bake/places/article-files.ts",
    from: 'const image = named && found?.kind === "found" ? imageOf(found.url, named.alt, media) : null;',
    to: 'const image = named && found.kind === "found" ? imageOf(found.url, named.alt, media) : null;',
    because: "What is named is looked for, so the question is only asked where there is an answer.",
  },
  {
    file: "bake/places/article-files.ts",
    from: 'return { url, type: media.get(url)?.type.replace(/;.*$/, "") ?? type ?? "text/html", language };',
    to: 'return { url, type: media.get(url)?.type.replace(/;.*/, "") ?? type ?? "text/html", language };',
    because: "A media type is one line, of which the dot takes everything up to the end.",
  },
  {
    file: "bake/site-documents.ts",
    from: "...(output.format !== null &&",
    to: "...(true &&",
    because: "Every output of the kind feed has a format.",
  },
  {
    file: "bake/site-documents.ts",
    from: 'madeFrom: digestOf([settings, JSON.stringify(memory), output.madeFrom()].join("\\n")),',
    to: 'madeFrom: digestOf([settings, JSON.stringify(memory), output.madeFrom()].join("")),',
    because:
      "The digest of the settings has one length and JSON ends by itself, so the parts are told apart without a line break.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'const address = addresses.get(contentPath(target) ?? "");',
    to: 'const address = addresses.get(contentPath(target) ?? "Stryker was here!");',
    because: "No picture has either for its path, since both lack the extension of one.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'if (!html.includes("<img ")) return html;',
    to: 'if (!html.includes("")) return html;',
    because:
      "The look ahead only saves the search through texts without an image, which changes nothing there.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'if (!html.includes("<img ")) return html;',
    to: "if (false) return html;",
    because:
      "The look ahead only saves the search through texts without an image, which changes nothing there.",
  },
  {
    file: "bake/store-representation.ts",
    from: 'const body = typeof plain === "string" ? Buffer.from(plain) : plain;',
    to: "const body = true ? Buffer.from(plain) : plain;",
    because: "A copy of the bytes is the same bytes; leaving it out only saves memory.",
  },
  {
    file: "bake/gate/feed-size.ts",
    from: 'const file = articles.get(largest?.id ?? "")?.path ?? SETTINGS_FILE;',
    to: 'const file = articles.get(largest?.id ?? "Stryker was here!")?.path ?? SETTINGS_FILE;',
    because: "No article has this id, nor the empty one, which a feed without items asks for.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'for (const [, attribute = "", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    to: 'for (const [, attribute = "Stryker was here!", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    because: "The expression has its groups whenever it matches; the default is for the types.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'for (const [, attribute = "", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    to: 'for (const [, attribute = "", value = "Stryker was here!"] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    because: "The expression has its groups whenever it matches; the default is for the types.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'const text = typeof value === "number" && Number.isFinite(value) ? isoOf(value) : String(value);',
    to: "const text = true && Number.isFinite(value) ? isoOf(value) : String(value);",
    because: "Nothing is finite in this sense but a number; the question is for the types.",
  },
  {
    file: "bake/gate/read-back.ts",
    from: "if (!/[&<]/.test(html)) return html;",
    to: "if (false) return html;",
    because: "The shortcut only saves time: the parser shows such a text as it is.",
  },
  {
    file: "bake/gate/read-back.ts",
    from: "if (!/[&<]/.test(html)) return html;",
    to: "if (!/[^&<]/.test(html)) return html;",
    because: "The shortcut only saves time: the parser shows text without a tag or a reference as it is.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: "return readPlain(xml.slice(prolog.length)) ?? pieceOf(readXml(xml));",
    to: "return readPlain(xml) ?? pieceOf(readXml(xml));",
    because: "The cheap road only saves time: the parser reads the whole as well.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'const PROLOG = /^<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]*\\?>\\n)?/u;',
    to: 'const PROLOG = /<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]*\\?>\\n)?/u;',
    because:
      "Where it stands further on, text is left in front of the root, which is then left to the parser.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'const PROLOG = /^<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]*\\?>\\n)?/u;',
    to: 'const PROLOG = /^<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]*\\?>\\n)/u;',
    because: "The cheap road only saves time: what is no plain beginning is left to the parser.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'const PROLOG = /^<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]*\\?>\\n)?/u;',
    to: 'const PROLOG = /^<\\?xml version="1\\.0" encoding="utf-8"\\?>\\n(?:<\\?xml-stylesheet [^<>?\\p{C}]\\?>\\n)?/u;',
    because: "The cheap road only saves time: what is no plain beginning is left to the parser.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'const [, name, written = "", end] = TAG.exec(inside) ?? [];',
    to: 'const [, name, written = "Stryker was here!", end] = TAG.exec(inside) ?? [];',
    because: "The expression has the group whenever it matches; the default is for the types.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'const [, name, written = "", end] = TAG.exec(inside) ?? [];',
    to: 'const [, name, written = "", end] = TAG.exec(inside) ?? ["Stryker was here"];',
    because: "The first part is the whole, which nobody asks for.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: "if (name === undefined) return null;",
    to: "if (false) return null;",
    because: "What has no name is never closed, so it is refused all the same.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'for (const [, attribute = "", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    to: 'for (const [, attribute = "", value = ""] of false ? [] : written.matchAll(ATTRIBUTE)) {',
    because: "The shortcut only saves time: where nothing is written, nothing is found.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'for (const [, attribute = "", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {',
    to: 'for (const [, attribute = "", value = ""] of written === "Stryker was here!" ? [] : written.matchAll(ATTRIBUTE)) {',
    because: "The shortcut only saves time: where nothing is written, nothing is found.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'if (!text.includes("&")) return text;',
    to: "if (false) return text;",
    because: "The shortcut only saves time: where there is nothing to replace, nothing is replaced.",
  },
  {
    file: "bake/gate/read-piece.ts",
    from: 'if (!text.includes("&")) return text;',
    to: 'if (!text.includes("")) return text;',
    because: "The shortcut only saves time: where there is nothing to replace, nothing is replaced.",
  },
  {
    file: "bake/problems/adopted-problems.ts",
    from: 'if (!isFound && !isOwnAddress(address ?? ""))',
    to: 'if (!isFound && !isOwnAddress(address ?? "Stryker was here!"))',
    because: "An address that was not found is one; the default is for the types.",
  },
  {
    file: "bake/problems/identity-problems.ts",
    from: '`asks for the address ${source.permalink}, ${isOwnAddress(source.permalink ?? "") ? "where the site keeps its own pages and feeds" : "which is taken"}; it has ${record.address}. Give it a path of its own`,',
    to: '`asks for the address ${source.permalink}, ${isOwnAddress(source.permalink ?? "Stryker was here!") ? "where the site keeps its own pages and feeds" : "which is taken"}; it has ${record.address}. Give it a path of its own`,',
    because: "Only those that ask for an address are told of; the default is for the types.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: "firstNamed(source, [one]) === null ? [] : (firstNamed(source, named) ?? []),",
    to: 'firstNamed(source, [one]) === null ? [] : (firstNamed(source, named) ?? ["Stryker was here"]),',
    because: "What has one of the names has the first of them; the default is for the types.",
  },
  {
    file: "bake/problems/adopted-problems.ts",
    from: "if (entries.length === 0) return [];",
    to: "if (false) return [];",
    because: "The shortcut only saves time: of no entries nothing is told.",
  },
  {
    file: "bake/problems/adopted-problems.ts",
    from: "if (address !== null && isOwnAddress(address))",
    to: "if (true && isOwnAddress(address))",
    because: "What is no address is none of the site's own; the question is for the types.",
  },
  {
    file: "bake/problems/adopted-problems.ts",
    from: "if (!expected.has(path) && (id === null || !known.has(id)))",
    to: "if (!expected.has(path) && (false || !known.has(id)))",
    because: "The map holds nothing under null; the question is for the types.",
  },
  {
    file: "bake/problems/identity-problems.ts",
    from: "if (one === undefined || fresh.length < MANY) return [];",
    to: "if (false || fresh.length < MANY) return [];",
    because: "Fewer than many are none too; the question is for the types.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: 'sources.every(({ path, addressing }) => longestFolder([path, addressing?.place ?? ""], [one]) === null),',
    to: 'sources.every(({ path, addressing }) => longestFolder([path, addressing?.place ?? "Stryker was here!"], [one]) === null),',
    because: "No folder is called this.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: "const [, before, name] = /^(\\w+):(.+)$/s.exec(folder) ?? [];",
    to: "const [, before, name] = /^(\\w+):(.+)/s.exec(folder) ?? [];",
    because: "The rest of a text reaches to its end anyway.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: "const [, before, name] = /^(\\w+):(.+)$/s.exec(folder) ?? [];",
    to: 'const [, before, name] = /^(\\w+):(.+)$/s.exec(folder) ?? ["Stryker was here"];',
    because: "The first part is the whole, which nobody asks for.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: "if (named.length === 0) return [];",
    to: "if (false) return [];",
    because: "The shortcut only saves time: of no names nothing is told.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: "if (languages.length === 0) return [];",
    to: "if (false) return [];",
    because: "The shortcut only saves time: of no languages nothing is told.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: 'const own = sources.map(({ addressing }) => addressing?.pattern ?? "");',
    to: 'const own = sources.map(({ addressing }) => addressing?.pattern ?? "Stryker was here!");',
    because: "It holds no token either.",
  },
  {
    file: "bake/problems/idle-settings.ts",
    from: 'const patterns = new Set([permalink, ...permalinks.map(({ pattern }) => pattern), ids ?? "", ...own]);',
    to: 'const patterns = new Set([permalink, ...permalinks.map(({ pattern }) => pattern), ids ?? "Stryker was here!", ...own]);',
    because: "It holds no token either.",
  },
];
