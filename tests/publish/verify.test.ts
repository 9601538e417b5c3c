import { describe, expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { Survey } from "../../src/publish/survey.ts";
import {
  forgetDifferences,
  isSound,
  soundKeys,
  verifyStore,
  withBodies,
  wrongKeys,
} from "../../src/publish/verify.ts";
import { ledgerBut } from "../ledger/records.ts";
import { keyOf, representationOf } from "./wanted-site.ts";

const recordOf = (digest: string, edition = 1000) => ({ digest, edition });
const { metadata } = representationOf("/a");

const LEDGER = ledgerBut({
  documents: new Map([
    ["/sound", recordOf("of sound")],
    ["/lost", recordOf("of lost", 700)],
    ["/other", recordOf("of other", 800)],
  ]),
});
const SURVEY: Survey = {
  documents: new Map([
    ["/sound", { metadata, record: recordOf("of sound", 5), seal: "" }],
    ["/other", { metadata, record: recordOf("of another"), seal: "" }],
    ["/orphan", { metadata, record: recordOf("of an orphan"), seal: "" }],
  ]),
  foreign: ["/theirs"],
};

test("a store differs from its ledger where a document is missing, different, or not in it", () => {
  expect(verifyStore(SURVEY, LEDGER)).toEqual({
    sound: 1,
    bodies: 0,
    missing: ["/lost"],
    different: ["/other"],
    corrupt: [],
    orphans: ["/orphan"],
    foreign: ["/theirs"],
  });
});

test("a document whose later states are others than the ledger's is different, though it is the same now", () => {
  const found = SURVEY.documents.get("/sound");
  if (found === undefined) throw new TypeError("no document");
  const documents = new Map([["/sound", { ...found, seal: "another" }]]);
  expect(verifyStore({ ...SURVEY, documents }, LEDGER)).toMatchObject({ sound: 0, different: ["/sound"] });
});

describe("a store is sound", () => {
  const none = { sound: 1, bodies: 0, missing: [], different: [], corrupt: [], orphans: [], foreign: [] };
  test.for([
    { name: "nothing differs", found: none, sound: true },
    { name: "others keep something there", found: { ...none, foreign: ["/theirs"] }, sound: true },
    { name: "a document is missing", found: { ...none, missing: ["/a"] }, sound: false },
    {
      name: "one is missing, another is different",
      found: { ...none, missing: ["/a"], different: ["/b"] },
      sound: false,
    },
    {
      name: "one is missing, another is an orphan",
      found: { ...none, missing: ["/a"], orphans: [keyOf("/b")] },
      sound: false,
    },
    { name: "a document is different", found: { ...none, different: ["/a"] }, sound: false },
    { name: "a body is corrupt", found: { ...none, corrupt: [keyOf("/a")] }, sound: false },
    { name: "there is an orphan", found: { ...none, orphans: [keyOf("/a")] }, sound: false },
  ])("$sound where $name", ({ found, sound }) => {
    expect(isSound(found)).toBe(sound);
  });
});

test("bodies are read of documents that are as the ledger says, and those that are corrupt are not sound", () => {
  const found = verifyStore(SURVEY, LEDGER);
  expect(soundKeys(LEDGER, found)).toEqual(["/sound"]);
  const read = withBodies(found, 1, [keyOf("/sound")]);
  expect(read).toEqual({ ...found, sound: 0, bodies: 1, corrupt: ["/sound"] });
  expect(forgetDifferences(LEDGER, wrongKeys(read)).documents.get("/sound")?.digest).toBe(UNKNOWN_DIGEST);
});

test("a ledger admits what it does not know, and keeps all else", () => {
  const { documents, ...site } = forgetDifferences(LEDGER, wrongKeys(verifyStore(SURVEY, LEDGER)));
  const { documents: before, ...siteBefore } = LEDGER;
  expect(site).toEqual(siteBefore);
  expect([...documents]).toEqual([
    ["/sound", before.get("/sound")],
    ["/lost", recordOf(UNKNOWN_DIGEST, 700)],
    ["/other", recordOf(UNKNOWN_DIGEST, 800)],
    ["/orphan", recordOf(UNKNOWN_DIGEST, LEDGER.edition)],
  ]);
  expect(before.size).toBe(3);
});
