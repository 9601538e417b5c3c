import type { Equivalent } from "../mutant.ts";

/** Mutants of `publish` that behave as the program does. */
export const PUBLISH_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "publish/pending-pings.ts",
    from: "if (stored === null) return new Map();",
    to: "if (false) return new Map();",
    because: "A note that is not there cannot be read, and what cannot be read counts as none.",
  },
  ...[
    "true",
    'typeof value === "object" || value !== null',
    "true && value !== null",
    'typeof value === "object" && true',
  ].map((condition) => ({
    file: "publish/pending-pings.ts",
    from: 'const pairs = Object.entries(typeof value === "object" && value !== null ? value : {});',
    to: `const pairs = Object.entries(${condition} ? value : {});`,
    because: "What is no object names no hub, and null cannot be read, which counts as none.",
  })),
  {
    file: "publish/plan.ts",
    from: "left === 0",
    to: "false",
    because: "With nothing left the ledger afterwards is a copy of the site's own.",
  },
  {
    file: "publish/document-stages.ts",
    from: "if (firstOther === -1 || documents.findLastIndex(isMissing) > firstOther) return documents;",
    to: "if (false || documents.findLastIndex(isMissing) > firstOther) return documents;",
    because: "Without such a document the list is cut before its last one, and put together as it was.",
  },
  {
    file: "publish/document-stages.ts",
    from: "if (firstOther === -1 || documents.findLastIndex(isMissing) > firstOther) return documents;",
    to: "if (firstOther === -1 || documents.findLastIndex(isMissing) >= firstOther) return documents;",
    because: "The document at that place is of another part, so it is no missing article.",
  },
  {
    file: "publish/document-stages.ts",
    from: "if (document.representation === null) continue;",
    to: "if (false) continue;",
    because: "Only documents that have a representation get here; the check is for the type.",
  },
  {
    file: "publish/document-stages.ts",
    from: "stages.at(-1)?.push(new PlannedEntry(document.key, part, document.representation));",
    to: "stages.at(-1).push(new PlannedEntry(document.key, part, document.representation));",
    because: "A stage was begun just before; the check is for the type.",
  },
  {
    file: "publish/plan.ts",
    from: "if (record) documents.set(key, record);",
    to: "if (true) documents.set(key, record);",
    because: "A document without a record is packed as one that is not there.",
  },
  {
    file: "publish/topics.ts",
    from: 'const { kind, tag = "" } = decodeMetadata(metadata) ?? {};',
    to: 'const { kind, tag = "Stryker was here!" } = decodeMetadata(metadata) ?? {};',
    because: "Whatever has a kind has a tag.",
  },
  {
    file: "publish/read-shards.ts",
    from: 'return shards.map((shard) => shard ?? "");',
    to: 'return shards.map((shard) => shard ?? "Stryker was here!");',
    because: "Any text that is no shard is refused with the same words.",
  },
  {
    file: "publish/websub.ts",
    from: "} catch { return false; }",
    to: "} catch {}",
    because: "No answer says as little as the answer no.",
  },
];
