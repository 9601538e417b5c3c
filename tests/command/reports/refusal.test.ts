import { describe, expect, test } from "vitest";
import { isRefusal, Refusal } from "../../../src/command/reports/refusal.ts";
import { FolderError } from "../../../src/folder/open-folder.ts";
import { LedgerImportError } from "../../../src/ledger/exported.ts";
import { ClockBehindError } from "../../../src/ledger/ledger.ts";
import { LedgerFormatError } from "../../../src/ledger/stored/format-error.ts";
import { TooFewWritesError } from "../../../src/publish/plan.ts";
import { PublishRaceError } from "../../../src/publish/race.ts";
import { StaleLedgerError } from "../../../src/publish/stored-ledger.ts";
import { StoreError } from "../../../src/store/store.ts";

const TOLD: readonly Error[] = [
  new Refusal("the folder has no article"),
  new FolderError("there is no folder"),
  new StoreError("the store cannot be opened"),
  new ClockBehindError(1, 2),
  new LedgerFormatError("the ledger is damaged"),
  new LedgerImportError("the file is no ledger"),
  new StaleLedgerError("the store shows no ledger"),
  new PublishRaceError("somebody else published"),
  new TooFewWritesError("--max-writes must be more"),
];

describe("a fault that a person can do something about", () => {
  test.for(TOLD)("is $name", (fault) => {
    expect(isRefusal(fault)).toBe(true);
  });

  test.for([
    { name: "a fault of the program", fault: new TypeError("undefined is not a function") },
    { name: "something thrown that is no error", fault: "the folder has no article" },
    { name: "nothing", fault: null },
  ])("is not $name", ({ fault }) => {
    expect(isRefusal(fault)).toBe(false);
  });
});

test("a refusal has its name", () => {
  expect(new Refusal("no").name).toBe("Refusal");
});
