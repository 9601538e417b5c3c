import type { Equivalent } from "../mutant.ts";

/** Mutants of `article` that behave as the program does. */
export const ARTICLE_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "article/address-pattern.ts",
    from: 'const { path = "", addressing } = facts;',
    to: 'const { path = "Stryker was here!", addressing } = facts;',
    because: "No folder is called this.",
  },
  {
    file: "article/address-pattern.ts",
    from: 'return firstNamed(facts, permalinks) ?? longestFolder([path, addressing?.place ?? ""], permalinks);',
    to: 'return firstNamed(facts, permalinks) ?? longestFolder([path, addressing?.place ?? "Stryker was here!"], permalinks);',
    because: "No folder is called this.",
  },
  {
    file: "article/address-pattern.ts",
    from: "if (named.length === 0) return null;",
    to: "if (false) return null;",
    because: "The shortcut only saves time: among no patterns none is found.",
  },
  {
    file: "article/digest.ts",
    from: 'return Buffer.from(whole, "latin1").toString("latin1", 0, CHARACTERS);',
    to: 'return Buffer.from(whole, "").toString("latin1", 0, CHARACTERS);',
    because: "A name that is no encoding means UTF-8, in which base64url has the same bytes.",
  },
  {
    file: "article/plain-text.ts",
    from: "if (text.isWellFormed() && !SUSPECT.test(text)) return text;",
    to: "if (false) return text;",
    because: "The shortcut only saves time: where it is taken, nothing would be replaced.",
  },
  {
    file: "article/plain-text.ts",
    from: 'if (SPACE.test(line)) return line.replace(/\\s+/gu, " ").trim();',
    to: 'if (true) return line.replace(/\\s+/gu, " ").trim();',
    because: "Only a matter of speed: single spaces fold to themselves.",
  },
  {
    file: "article/plain-text.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: "return true ? line.trim() : line;",
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "article/plain-text.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: 'return line.startsWith("") || line.endsWith(" ") ? line.trim() : line;',
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "article/plain-text.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: 'return line.startsWith(" ") || line.endsWith("") ? line.trim() : line;',
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "article/plain-text.ts",
    from: "const SPACE = / {2}|[\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]/;",
    to: "const SPACE = / |[\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]/;",
    because: "Only a matter of speed: single spaces fold to themselves.",
  },
  {
    file: "article/problem.ts",
    from: "if (a.file !== b.file) return a.file < b.file ? -1 : 1;",
    to: "if (a.file !== b.file) return a.file <= b.file ? -1 : 1;",
    because: "The two files differ where they are compared.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'return { kind: "found", url: suffix === "" ? url : (absoluteUrl(`${url}${suffix}`) ?? url) };',
    to: 'return { kind: "found", url: false ? url : (absoluteUrl(`${url}${suffix}`) ?? url) };',
    because: "A URL that is parsed and written again stays as it is; the question only saves time.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'return { kind: "found", url: suffix === "" ? url : (absoluteUrl(`${url}${suffix}`) ?? url) };',
    to: 'return { kind: "found", url: suffix === "Stryker was here!" ? url : (absoluteUrl(`${url}${suffix}`) ?? url) };',
    because: "A URL that is parsed and written again stays as it is; the question only saves time.",
  },
  {
    file: "article/values.ts",
    from: "return url && /^(https?|mailto|tel):$/.test(url.protocol) ? (url.href as AbsoluteUrl) : null;",
    to: "return url && /^(https?|mailto|tel):/.test(url.protocol) ? (url.href as AbsoluteUrl) : null;",
    because: "The protocol of a URL has one colon, at its end.",
  },
  {
    file: "article/zoned-time.ts",
    from: 'if (timezone === "UTC" && wall.year >= FIRST_PLAIN_YEAR) return utcInstant(wall);',
    to: "if (false) return utcInstant(wall);",
    because: "The shortcut only saves time: the calendar of every zone says the same.",
  },
  {
    file: "article/zoned-time.ts",
    from: "if (before.month === after.month) return before;",
    to: "if (false) return before;",
    because: "The shortcut only saves time: the zone is asked, and says the same.",
  },
  {
    file: "article/address-pattern.ts",
    from: 'return [...pattern.matchAll(/\\{([a-z]+)\\}/g)].map(([, name = ""]) => name);',
    to: 'return [...pattern.matchAll(/\\{([a-z]+)\\}/g)].map(([, name = "Stryker was here!"]) => name);',
    because: "The expression has the group whenever it matches; the default is for the types.",
  },
  {
    file: "article/address-pattern.ts",
    from: 'const last = segments.at(-1) ?? "";',
    to: 'const last = segments.at(-1) ?? "Stryker was here!";',
    because: "A text that is cut has a last part; the default is for the types.",
  },
  {
    file: "article/source-of.ts",
    from: "const { madeBy: _, ...said } = plain ?? { madeBy: null };",
    to: "const { madeBy: _, ...said } = plain ?? {};",
    because: "What nobody asks for may as well be absent.",
  },
  {
    file: "article/source-of.ts",
    from: 'return typeof piece === "string" && /<(?:code class="language-|math|dl>)/.test(piece);',
    to: 'return true && /<(?:code class="language-|math|dl>)/.test(piece);',
    because:
      "A reference as text is `[object Object]`, which asks for no stylesheet; the question is for the types.",
  },
  {
    file: "article/zoned-time.ts",
    from: 'if (timezone === "UTC" && wall.year >= FIRST_PLAIN_YEAR) return utcInstant(wall);',
    to: 'if (timezone === "UTC" && wall.year > FIRST_PLAIN_YEAR) return utcInstant(wall);',
    because: "For the year 100 both ways give the same; the shortcut only saves time.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),',
    to: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "Stryker was here!")),',
    because: "There is a resolution for each reference; the question is for the types.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),',
    to: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at].kind ?? "")),',
    because: "There is a resolution for each reference; the question is for the types.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),',
    to: 'broken: references.filter((_, at) => /(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),',
    because: "No other kind ends or begins so.",
  },
  {
    file: "article/resolve-target.ts",
    from: 'broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),',
    to: 'broken: references.filter((_, at) => /^(?:missing|lost)/.test(resolved[at]?.kind ?? "")),',
    because: "No other kind ends or begins so.",
  },
];
