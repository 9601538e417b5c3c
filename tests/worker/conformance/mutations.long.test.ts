import { expect, test } from "vitest";
import type { Patch } from "../bundle.ts";
import { bundleWorker } from "../bundle.ts";
import { STILL_NOW, startEdge } from "../edge.ts";
import { checkRow } from "./row.ts";
import { conformanceRows } from "./rows.ts";
import { bakeSample } from "./sample.ts";

/** Defects that a worker like this one could have. Each must be caught by a row of the suite. */
const DEFECTS: Readonly<Record<string, Patch>> = {
  "If-Modified-Since is asked although If-None-Match is there": {
    file: "worker/preconditions.ts",
    from: 'return newerValidators(tags, validators, nowSeconds) ?? "proceed";',
    to: 'if (parseHttpDate(fields.get("If-Modified-Since") ?? "", nowSeconds) !== null) return validators; return newerValidators(tags, validators, nowSeconds) ?? "proceed";',
  },
  "If-None-Match looks for the tag anywhere in the field": {
    file: "worker/preconditions.ts",
    from: "tags.some((one) => equalWeakly(one, tag))",
    to: "ifNoneMatch.includes(opaqueTag(tag))",
  },
  "If-None-Match compares strongly": {
    file: "worker/preconditions.ts",
    from: "return opaqueWithoutCoding(a) === opaqueTag(b);",
    to: "return a === b;",
  },
  "suffixes of recoding servers are not known": {
    file: "representation/entity-tag.ts",
    from: `.replace(/(--?|;)(gzip|br|zstd|deflate)"$/, '"')`,
    to: "",
  },
  "If-Match compares weakly": {
    file: "worker/preconditions.ts",
    from: "return a === b && !isWeak(a);",
    to: "return opaqueTag(a) === opaqueTag(b);",
  },
  "If-Unmodified-Since is forgotten": {
    file: "worker/preconditions.ts",
    from: "lastModified > unmodifiedSince",
    to: "false",
  },
  "dates compare the wrong way at the very second": {
    file: "worker/preconditions.ts",
    from: "lastModified <= modifiedSince",
    to: "lastModified < modifiedSince",
  },
  "dates are read by Date.parse": {
    file: "representation/http-date.ts",
    from: "httpDate(seconds) === fixdate && ",
    to: "",
  },
  "a lagging location sends subscribers back in time": {
    file: "worker/preconditions.ts",
    from: "edition > lastModified && !isSealed && Math.abs(nowSeconds - edition) < LONGEST_LAG_SECONDS",
    to: "edition < 0",
  },
  "a newer tag is believed for ever": {
    file: "worker/preconditions.ts",
    from: "Math.abs(nowSeconds - edition) < LONGEST_LAG_SECONDS",
    to: "true",
  },
  "preconditions count on a 404 too": {
    file: "worker/decide.ts",
    from: "if (status !== 200) return whole();",
    to: "",
  },
  "a 304 carries the fields of the document": {
    file: "worker/respond.ts",
    from: "sharedFields(metadata, validators, nowSeconds)",
    to: 'documentFields(metadata, nowSeconds, "identity", 0)',
  },
  "Vary is forgotten": {
    file: "worker/header-fields.ts",
    from: "!policy.ranges && { Vary:",
    to: "false && { Vary:",
  },
  "CORS fields are forgotten on documents": {
    file: "worker/header-fields.ts",
    from: "...(policy.crossOrigin && CROSS_ORIGIN_FIELDS),",
    to: "",
  },
  "q-values are ignored": {
    file: "worker/accept.ts",
    from: "weight: Number(weight)",
    to: "weight: 1",
  },
  "Content-Encoding is forgotten": {
    file: "worker/header-fields.ts",
    from: '...(coding !== "identity" && { "Content-Encoding": coding }),',
    to: "",
  },
  "brotli bytes are cut one short": {
    file: "representation/codings.ts",
    from: "br: [gzip, brotli] as const",
    to: "br: [gzip, brotli - 1] as const",
  },
  "HEAD has no Content-Length": {
    file: "worker/respond.ts",
    from: "await body.cancel();\n      return send(metadata.status, headers, null);",
    to: 'await body.cancel();\n      return send(metadata.status, { ...Object.fromEntries(headers), "Content-Length": "0" }, null);',
  },
  "the end of a range is taken for exclusive": {
    file: "worker/decide.ts",
    from: "Number(last) + 1 : sizeBytes",
    to: "Number(last) : sizeBytes",
  },
  "If-Range is ignored": {
    file: "worker/decide.ts",
    from: 'match === null || !ifRangeHolds(fields.get("If-Range"), validators, nowSeconds)',
    to: "match === null",
  },
  "a delta may be kept by caches": {
    file: "worker/delta.ts",
    from: '    "Cache-Control": "no-store",\n',
    to: "",
  },
  "a delta also has what did not change": {
    file: "representation/changed-parts.ts",
    from: "if (edition > since) {",
    to: "if (edition >= since) {",
  },
  "a delta loses the end of the document": {
    file: "representation/changed-parts.ts",
    from: "parts.push({ offset: tail, length: sizeBytes - tail });",
    to: "",
  },
  "a delta forgets the separator between items": {
    file: "representation/changed-parts.ts",
    from: "const separator = parts.length === 1 ? 0 : index.separatorBytes;",
    to: "const separator = 0;",
  },
  "a delta is sent across settings": {
    file: "worker/delta.ts",
    from: "known && known.settings === settings && known.edition",
    to: "known && known.edition",
  },
  "A-IM: feed;q=0 gets a delta": {
    file: "worker/delta.ts",
    from: 'name === "feed" && weight > 0',
    to: 'name === "feed"',
  },
  "/feed takes the first type that Accept names": {
    file: "worker/accept.ts",
    from: "if (range) return range.weight;",
    to: "if (range) return 1;",
  },
  "/feed forgets Vary": {
    file: "worker/answer.ts",
    from: 'located.kind === "alias" && located.status === 302 ? { Vary: "Accept" } : {}',
    to: "{}",
  },
  "an empty segment is part of the redirect": {
    file: "representation/corrected-addresses.ts",
    from: 'pathname.replace(/\\/{2,}/g, "/")',
    to: "pathname",
  },
  "a stored target is sent unread": {
    file: "representation/location.ts",
    from: 'typeof text === "string" &&',
    to: 'typeof text === "string" ||',
  },
  "the next contract is taken for this one": {
    file: "representation/decode-metadata.ts",
    from: "if (!CONTRACT_VERSIONS.includes(v)) return null;",
    to: "",
  },
  "the contract before is not read": {
    file: "representation/contract.ts",
    from: "= [1, 2, 3, 4];",
    to: "= [2, 3, 4];",
  },
  "reserved keys are reached by an empty segment": {
    file: "representation/storage-key.ts",
    from: 'if (!pathname.startsWith("/") || pathname.includes("//") || !pathname.isWellFormed()) return null;',
    to: 'if (pathname.startsWith("//")) return pathname.slice(2) as StorageKey;',
  },
  "a control character in a path is taken": {
    file: "representation/storage-key.ts",
    from: "[/\\\\\\p{Cc}]|",
    to: "",
  },
  "a listed query is looked for at unknown paths alone": {
    file: "worker/locate.ts",
    from: "const asked = packed ? byQuery(key, search, packed) : null;",
    to: "const asked = packed && document === null ? byQuery(key, search, packed) : null;",
  },
  "names that the site lists do not count": {
    file: "representation/redirects/listed-query.ts",
    from: "QUERY_NAMES.includes(name) || more.includes(name)",
    to: "QUERY_NAMES.includes(name)",
  },
  "every name of a query counts": {
    file: "representation/redirects/listed-query.ts",
    from: ".filter(([name]) => QUERY_NAMES.includes(name) || more.includes(name))",
    to: "",
  },
  "a query that has led somewhere goes on": {
    file: "worker/answer.ts",
    from: 'located.kind === "moved" && !located.isMatched',
    to: 'located.kind === "moved"',
  },
  "a query is lost on the way": {
    file: "worker/answer.ts",
    from: 'const goesOn = located.kind === "moved" && !located.isMatched;',
    to: "const goesOn = false;",
  },
  "a query replaces that of the target": {
    file: "worker/answer.ts",
    from: 'if (path.includes("?")) return target;',
    to: "",
  },
  "a query is sent on unread": {
    file: "worker/answer.ts",
    from: "return isLocation(whole) ? whole : target;",
    to: "return whole;",
  },
  "a splat that begins with a slash leads to another site": {
    file: "representation/redirects/pattern.ts",
    from: 'path.replace(/\\/{2,}/g, "/")',
    to: "path",
  },
  "a pattern comes before a whole path": {
    file: "worker/locate.ts",
    from: "    row(key) ??\n",
    to: "    (table && matchPatterns(table.patterns, key) ? followPatterns(key, table, read) : null) ??\n    row(key) ??\n",
  },
  "a pattern leads to a document that has moved on": {
    file: "worker/locate.ts",
    from: "if (lead !== null) return moved({ ...target, to: lead });",
    to: "if (lead !== null) return moved(target);",
  },
  "a named segment takes more than one": {
    file: "representation/redirects/pattern.ts",
    from: 'end = path.indexOf("/", start);',
    to: 'end = path.lastIndexOf("/");',
  },
  "a packed redirect is found in one spelling alone": {
    file: "worker/locate.ts",
    from: "corrected.map(row).find((one) => one !== null) ??",
    to: "",
  },
  "a redirect leads from here to here": {
    file: "worker/locate.ts",
    from: "found && (own === null || storageKeyOfPath(found.to) !== own)",
    to: "found",
  },
  "what is no path leads from here to here": {
    file: "worker/locate.ts",
    from: "own === null || storageKeyOfPath",
    to: "storageKeyOfPath",
  },
  "a packed target is sent unread": {
    file: "worker/locate.ts",
    from: 'if (!isLocation(target.to)) throw new StoreFaultError("a redirect has no target");',
    to: "",
  },
  "what is gone by a packed redirect leads somewhere": {
    file: "worker/answer.ts",
    from: "if (located.status === 410) return respondWithPage(request, GONE_KEY, 410, read);",
    to: "",
  },
  "an alias of ours cannot be led elsewhere": {
    file: "worker/locate.ts",
    from: 'if (document?.metadata.kind === "moved") return',
    to: 'if (document?.metadata.kind === "moved" && !ALIASES.has(key)) return',
  },
  "a dot makes a file of a path": {
    file: "representation/corrected-addresses.ts",
    from: "path.slice(0, -1) || path :",
    to: "path.slice(0, -1) || path : /\\.[^/]*$/.test(path) ? path :",
  },
  "a host of before is the site's own": {
    file: "worker/answer.ts",
    from: "return hosts.includes(host) ? origin : null;",
    to: "return null;",
  },
  "a host that ends like one of before is one": {
    file: "worker/answer.ts",
    from: "hosts.includes(host)",
    to: "hosts.some((one) => host.endsWith(one))",
  },
  "a cache may take the way home for the site's own answer": {
    file: "worker/answer.ts",
    from: '    "Cloudflare-CDN-Cache-Control": "no-store",\n',
    to: "",
  },
  "a host of before leads home before redirects are looked for": {
    file: "worker/answer.ts",
    from: "const target = isLeading ?",
    to: "const target = false ?",
  },
  "405 forgets Allow": {
    file: "worker/plain-answer.ts",
    from: '405: { Allow: "GET, HEAD, OPTIONS" },',
    to: "",
  },
};

const sample = bakeSample(STILL_NOW);
const rows = Object.values(conformanceRows(sample)).flat();

test("there are at least twenty defects", () => {
  expect(Object.keys(DEFECTS).length).toBeGreaterThanOrEqual(20);
});

test.for(Object.entries(DEFECTS))("it is caught that %s", async ([, patch]) => {
  const edge = await startEdge({ now: STILL_NOW, script: await bundleWorker(patch) });
  try {
    await edge.put(sample.entries);
    const caught: string[] = [];
    for (const row of rows) {
      if ((await checkRow(edge.port, row)).length > 0) caught.push(row.name);
    }
    expect(caught).not.toEqual([]);
    // A defect that breaks everything shows nothing about the suite.
    expect(caught.length).toBeLessThan(rows.length / 2);
  } finally {
    await edge.stop();
  }
});
