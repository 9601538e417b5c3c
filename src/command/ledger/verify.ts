import { existsSync } from "node:fs";
import { visible } from "../../article/plain-text.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { corruptBodies } from "../../publish/corrupt-bodies.ts";
import { readState } from "../../publish/stored-ledger.ts";
import { surveyStore } from "../../publish/survey.ts";
import type { Verification } from "../../publish/verify.ts";
import { isSound, soundKeys, verifyStore, withBodies, wrongKeys } from "../../publish/verify.ts";
import type { Store } from "../../store/store.ts";
import { bakeAndTell } from "../bake/bake-and-tell.ts";
import type { BakeFlags, GivenFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { bakeCommandLine, refuseIdleRemote, remoteFlags, withRemote } from "../flags/bake-flags.ts";
import { EXIT, parseFlags } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { typedCommand } from "../flags/setting.ts";
import { namedPlace, sitePlace } from "../flags/site-place.ts";
import type { VerifyReport } from "../reports/json-reports.ts";
import { openProgress } from "../reports/progress.ts";
import { isRefusal, Refusal } from "../reports/refusal.ts";
import { plural } from "../reports/report.ts";
import { openStore } from "../stores/open-store.ts";

/** What `verify` can be told, beside what a bake can. */
interface RepairFlags {
  readonly deep?: boolean;
  readonly repair?: boolean;
}

type VerifyFlags = BakeFlags & RepairFlags;

/** `verify [--deep] [--repair]`: compares the store with the ledger. Gives the exit code: 1 where they differ. */
export async function runVerify(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(bakeCommandLine("verify", "Compares the store with its ledger.", setting));
  line.command
    .option("--remote", "check the store on Cloudflare")
    .option("--deep", "read every document, and compare its body with its hash")
    .option("--repair", "bake, then write or delete whatever differs; needs --content");
  const given = parseFlags<GivenFlags & RemoteFlags & RepairFlags>(line, args);
  refuseIdleRemote(line, given);
  const place = given.repair
    ? namedPlace(given, line, `${remoteFlags(given)}--repair `)
    : sitePlace(given, line);
  const flags = { ...given, ...place };
  try {
    const found = await verify(flags, setting);
    const people = flags.json ? process.stderr : process.stdout;
    for (const text of verificationLines(found, flags, setting)) people.write(`${text}\n`);
    if (flags.repair) return await bakeAndTell({ ...flags, wrongKeys: wrongKeys(found) }, setting.openLocal);
    if (flags.json) process.stdout.write(`${visible(JSON.stringify(found satisfies VerifyReport))}\n`);
    return isSound(found) && !found.isInterrupted ? EXIT.done : EXIT.refused;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`${visible(cause.message)}.\n`);
    return EXIT.refused;
  }
}

interface FoundVerification extends Verification {
  /** Whether a publish was left half done. */
  readonly isInterrupted: boolean;
}

async function verify(flags: VerifyFlags, { openLocal }: Setting): Promise<FoundVerification> {
  if (!flags.remote && !existsSync(flags.persistTo)) {
    throw new Refusal(
      `there is no store in ${flags.persistTo}; name another with --persist-to, or bake into it`,
    );
  }
  const { store, freshness } = await openStore(flags, { needsAddress: false, writes: false }, openLocal);
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

function verificationLines(
  found: FoundVerification,
  { verbose, repair, deep, content }: VerifyFlags,
  setting: Setting,
): string[] {
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
      ...shown.map((key) => `  ${word.padEnd(9)}  ${visible(key)}`),
      ...(rest > 0
        ? [`  ${word.padEnd(9)}  and ${rest.toLocaleString("en")} more (--verbose shows all)`]
        : []),
    ];
  });
  const wrong = wrongKeys(found).length;
  return [
    ...lines,
    ...(found.isInterrupted ? ["A publish was interrupted; the next bake will finish it."] : []),
    ...(deep ? [`Read ${plural(found.bodies, "document")}: ${found.corrupt.length} corrupt.`] : []),
    `Checked ${plural(found.sound + wrong, "document")}: ${wrong === 0 ? "all match" : `${wrong} differ from`} the ledger.`,
    ...(wrong > 0 && !repair
      ? [
          `To fix that: ${typedCommand("verify", setting)} ${deep ? "--deep " : ""}--repair --content ${content}`,
        ]
      : []),
  ];
}
