import { existsSync } from "node:fs";
import type { Ledger } from "../ledger/ledger.ts";
import { corruptBodies } from "../publish/corrupt-bodies.ts";
import { replaceLedger } from "../publish/replace-ledger.ts";
import { readState } from "../publish/stored-ledger.ts";
import { surveyStore } from "../publish/survey.ts";
import type { Verification } from "../publish/verify.ts";
import { admitting, isSound, soundKeys, verifyStore, withBodies, wrongKeys } from "../publish/verify.ts";
import type { Store } from "../store/store.ts";
import { bakeAndTell } from "./bake-and-tell.ts";
import type { BakeFlags } from "./bake-flags.ts";
import { bakeCommandLine, withRemote } from "./bake-flags.ts";
import { EXIT, parseFlags } from "./flags.ts";
import { openStore } from "./open-store.ts";
import { openProgress } from "./progress.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { plural } from "./report.ts";

/** What `npm run verify` can be told, beside what a bake can. */
interface VerifyFlags extends BakeFlags {
  readonly deep?: boolean;
  readonly repair?: boolean;
}

/** `npm run verify -- [--deep] [--repair]`: compares the store with the ledger. Gives the exit code: 1 where they differ. */
export async function runVerify(args: readonly string[]): Promise<number> {
  const command = withRemote(
    bakeCommandLine("verify")
      .description("Compares what is stored with what is remembered.")
      .option("--remote", "what is stored on Cloudflare")
      .option("--deep", "read every document, and hold its body against its hash")
      .option("--repair", "bake, and write or delete what differs"),
  );
  const flags = parseFlags<VerifyFlags>(command, args);
  try {
    const found = await verify(flags);
    const people = flags.json ? process.stderr : process.stdout;
    for (const line of verificationLines(found, flags)) people.write(`${line}\n`);
    if (flags.repair) return await bakeAndTell(flags);
    if (flags.json) process.stdout.write(`${JSON.stringify(found)}\n`);
    return isSound(found) && !found.isInterrupted ? EXIT.done : EXIT.refused;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`${cause.message}.\n`);
    return EXIT.refused;
  }
}

interface FoundVerification extends Verification {
  /** Whether a publish was left half done. */
  readonly isInterrupted: boolean;
}

async function verify(flags: VerifyFlags): Promise<FoundVerification> {
  if (!flags.remote && !existsSync(flags.persistTo)) {
    throw new Refusal(
      `there is no store in ${flags.persistTo}; name another with --persist-to, or bake into it`,
    );
  }
  const { store, freshness } = await openStore(flags, { needsAddress: false });
  try {
    const { stored, isInterrupted } = await readState(store, freshness);
    const { ledger } = stored;
    const survey = await surveyStore(store);
    if (ledger.edition === 0 && survey.documents.size === 0 && !isInterrupted) {
      throw new Refusal(
        `nothing was ever published to ${placeOf(flags, store)}; name another store, or bake into this one`,
      );
    }
    const listed = verifyStore(survey, ledger);
    const found = flags.deep ? await readBodies(listed, ledger, store) : listed;
    // A journal's keys are unknown to the next bake anyway; its ledger must not be written over.
    if (flags.repair && !isInterrupted && !flags.dryRun && !isSound(found)) {
      await replaceLedger(admitting(ledger, found), store);
    }
    return { ...found, isInterrupted };
  } finally {
    await store.close();
  }
}

function placeOf({ remote, persistTo }: VerifyFlags, store: Store): string {
  return remote ? store.name : persistTo;
}

async function readBodies(listed: Verification, ledger: Ledger, store: Store): Promise<Verification> {
  const progress = openProgress(process.stderr, () => performance.now());
  try {
    progress.stage("Reading documents");
    const keys = soundKeys(ledger, listed);
    const corrupt = await corruptBodies(keys, store, (done) => progress.count(done, keys.length));
    return withBodies(listed, keys.length, corrupt);
  } finally {
    progress.end();
  }
}

/** How many keys of a kind a person is shown, unless everything is asked for. */
const SHOWN = 10;

function verificationLines(found: FoundVerification, { verbose, repair, deep }: VerifyFlags): string[] {
  const rows = [
    ["missing", found.missing],
    ["different", found.different],
    ["corrupt", found.corrupt],
    ["orphan", found.orphans],
    ["not ours", found.foreign],
  ] as const;
  const lines = rows.flatMap(([word, keys]) => {
    const shown = verbose ? keys : keys.slice(0, SHOWN);
    const rest = keys.length - shown.length;
    return [
      ...shown.map((key) => `  ${word.padEnd(9)}  ${key}`),
      ...(rest > 0
        ? [`  ${word.padEnd(9)}  and ${rest.toLocaleString("en")} more (--verbose shows all)`]
        : []),
    ];
  });
  const wrong = wrongKeys(found).length;
  return [
    ...lines,
    ...(found.isInterrupted ? ["A publish was interrupted; the next bake finishes it."] : []),
    ...(deep ? [`${plural(found.bodies, "document")} read, ${found.corrupt.length} corrupt.`] : []),
    `${plural(found.sound, "document")} as remembered, ${wrong} not.`,
    ...(wrong > 0 && !repair ? [`To fix that: npm run verify -- ${deep ? "--deep " : ""}--repair`] : []),
  ];
}
