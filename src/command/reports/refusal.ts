import { FolderError } from "../../folder/open-folder.ts";
import { LedgerImportError } from "../../ledger/exported.ts";
import { ClockBehindError } from "../../ledger/ledger.ts";
import { LedgerFormatError } from "../../ledger/stored/format-error.ts";
import { SourceError } from "../../migrate/model/old-site.ts";
import { TooFewWritesError } from "../../publish/plan.ts";
import { PublishRaceError } from "../../publish/race.ts";
import { StaleLedgerError } from "../../publish/stored-ledger.ts";
import { StoreError } from "../../store/store.ts";

/** Why a command stopped before it wrote anything. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

const REFUSALS = [
  Refusal,
  FolderError,
  StoreError,
  ClockBehindError,
  LedgerFormatError,
  LedgerImportError,
  StaleLedgerError,
  PublishRaceError,
  TooFewWritesError,
  SourceError,
];

/** Whether a fault is one that a person can do something about: its message says what. */
export function isRefusal(cause: unknown): cause is Error {
  return REFUSALS.some((type) => cause instanceof type);
}
