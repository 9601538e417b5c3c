import { expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import type { WantedDocument } from "../../src/publish/document-stages.ts";
import { objectsLeft } from "../../src/publish/objects-left.ts";
import { ledgerBut } from "../ledger/records.ts";
import { changed, keyOf } from "./wanted-site.ts";

const inBucket: DocumentRecord = { digest: "a", edition: 1, sizeBytes: 9, inBucket: true };
const inKv: DocumentRecord = { digest: "a", edition: 1 };
const touched: DocumentRecord = { digest: UNKNOWN_DIGEST, edition: 1 };

/** What a publish leaves in the bucket for nobody. */
function left(
  before: Readonly<Record<string, DocumentRecord>>,
  deleting: readonly string[],
  writing: readonly WantedDocument[] = [],
): readonly string[] {
  const ledger = ledgerBut({ documents: new Map(Object.entries(before)) });
  return objectsLeft(deleting.map(keyOf), writing, ledger);
}

test.for([
  { name: "a file that lay in the bucket", key: "/media/a.mp3", record: inBucket, names: ["media/a.mp3"] },
  { name: "a file that lay in KV", key: "/media/a.png", record: inKv, names: [] },
  {
    name: "a file that an interrupted publish touched, wherever it lay",
    key: "/media/a.mp3",
    record: touched,
    names: ["media/a.mp3"],
  },
  { name: "a page that one touched", key: "/articles/media/", record: touched, names: [] },
])("the bucket loses, with $name, $names", ({ key, record, names }) => {
  expect(left({ [key]: record }, [key])).toEqual(names);
});

test("the bucket loses nothing with a document of which the ledger knows nothing", () => {
  expect(left({}, ["/media/a.mp3"])).toEqual([]);
});

test("a file that lies in KV from now on leaves the bucket, and one that comes to it or stays does not", () => {
  const written = (key: string, fields: Partial<DocumentRecord>): WantedDocument => {
    const document = changed("media", key);
    return { ...document, record: { ...document.record, ...fields } };
  };
  const before = { "/media/out.mp3": inBucket, "/media/in.mp3": inKv, "/media/stays.mp3": inBucket };
  const writing = [
    written("/media/out.mp3", {}),
    written("/media/in.mp3", { inBucket: true }),
    written("/media/stays.mp3", { inBucket: true }),
    written("/media/new.mp3", {}),
  ];
  expect(left(before, [], writing)).toEqual(["media/out.mp3"]);
});
