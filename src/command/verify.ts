import { replaceLedger } from "../publish/replace-ledger.ts";
import { readState } from "../publish/stored-ledger.ts";
import { surveyStore } from "../publish/survey.ts";
import type { Verification } from "../publish/verify.ts";
import { forgetDifferences, isSound, verifyStore } from "../publish/verify.ts";
import { bakeAndTell } from "./bake-and-tell.ts";
import type { BakeFlags, GivenFlags, RemoteFlags } from "./bake-flags.ts";
import { bakeCommandLine, refuseIdleRemote, withRemote } from "./bake-flags.ts";
import { EXIT, parseFlags } from "./flags.ts";
import { openStore } from "./open-store.ts";
import { isRefusal } from "./refusal.ts";
import { plural } from "./report.ts";
import type { Setting } from "./setting.ts";
import { typedCommand } from "./setting.ts";
import { namedPlace, sitePlace } from "./site-place.ts";

/** What `verify` can be told, beside what a bake can. */
interface RepairFlags {
  readonly repair?: boolean;
}

type VerifyFlags = BakeFlags & RepairFlags;

/** `verify [--repair]`: compares the store with the ledger. Gives the exit code: 1 where they differ. */
export async function runVerify(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    bakeCommandLine("verify", "Compares the store with its ledger, without reading any document.", setting),
  );
  line.command
    .option("--remote", "check the store on Cloudflare")
    .option("--repair", "bake, then write or delete whatever differs");
  const given = parseFlags<GivenFlags & RemoteFlags & RepairFlags>(line, args);
  refuseIdleRemote(line, given);
  const place = given.repair ? namedPlace(given, line, "--repair ") : sitePlace(given, line);
  const flags = { ...given, ...place };
  try {
    const found = await verify(flags);
    const people = flags.json ? process.stderr : process.stdout;
    for (const text of verificationLines(found, flags, setting)) people.write(`${text}\n`);
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
  const { store, freshness } = await openStore(flags, { needsAddress: false });
  try {
    const { stored, journal } = await readState(store, freshness);
    const found = verifyStore(await surveyStore(store), stored.ledger);
    // A journal's keys are unknown to the next bake anyway; its ledger must not be written over.
    if (flags.repair && journal === null && !flags.dryRun && !isSound(found)) {
      await replaceLedger(forgetDifferences(stored.ledger, found), store);
    }
    return { ...found, isInterrupted: journal !== null };
  } finally {
    await store.close();
  }
}

/** How many keys of a kind a person is shown, unless everything is asked for. */
const SHOWN = 10;

function verificationLines(
  found: FoundVerification,
  { verbose, repair, content }: VerifyFlags,
  setting: Setting,
): string[] {
  const rows = [
    ["missing", found.missing],
    ["different", found.different],
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
  const wrong = found.missing.length + found.different.length + found.orphans.length;
  return [
    ...lines,
    ...(found.isInterrupted ? ["A publish was interrupted; the next bake will finish it."] : []),
    `Checked ${plural(found.sound + wrong, "document")}: ${wrong === 0 ? "all match" : `${wrong} differ from`} the ledger.`,
    ...(wrong > 0 && !repair
      ? [`To fix that: ${typedCommand("verify", setting)} --repair --content ${content}`]
      : []),
  ];
}
