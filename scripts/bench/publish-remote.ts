import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../../tests/stand-in/cloudflare-stand-in.ts";
import { CloudflareStandIn } from "../../tests/stand-in/cloudflare-stand-in.ts";
import { PASSING_FAULTS } from "../../tests/stand-in/passing-faults.ts";
import { benchSite } from "./bench-documents.ts";
import { installedWrangler } from "./bench-wrangler.ts";
import { bulkPairs } from "./bulk-bodies.ts";
import { seededRandom } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import type { Target } from "./publish-once.ts";
import { publishOnce } from "./publish-process.ts";
import type { PublishRun, PublishWay } from "./publish-rows.ts";
import { publishRows } from "./publish-rows.ts";
import type { RequestFaults } from "./request-faults.ts";
import { dealer, eachOnce, oneInAHundred } from "./request-faults.ts";
import { runAside } from "./run-aside.ts";
import { printTable } from "./table.ts";

const ROUNDS = 3;
/** More keys one by one take minutes. */
const MOST_ONE_BY_ONE = 20_000;
/** About what a publish asks beside its bulk writes: what it reads before them, and before the ledger. */
const READS = 12;
const PAIRS_A_REQUEST = 1000;

/** What the process that wrote tells. */
type Written = Omit<PublishRun, "requests" | "faults" | "bytes">;

/** How one way is tried. */
interface Trial {
  readonly write: (target: Target) => Promise<Written>;
  readonly faults?: () => RequestFaults;
  /** Cloudflare's 1,200 calls in five minutes, unless the way would never end with them. */
  readonly callsLeft?: number;
}

/** Publishes through Cloudflare's API, as a stand-in has it, beside other ways to write the same keys. */
export async function benchPublish(count: number): Promise<void> {
  await inFolder(async (folder) => {
    const cloudflare = await CloudflareStandIn.start();
    cloudflare.routes.push(singleWrite(cloudflare));
    const runs = new Map<PublishWay, PublishRun[]>();
    try {
      const all = Object.entries(trials(cloudflare, folder, count)) as [PublishWay, Trial][];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [way, trial] of all) {
          runs.set(way, [...(runs.get(way) ?? []), await tried(cloudflare, trial, count)]);
        }
      }
    } finally {
      await cloudflare.stop();
    }
    const heading = `publish of ${count.toLocaleString("en")} pages of 2.5 kB to a stand-in of Cloudflare's API`;
    printTable(heading, publishRows(runs, count));
  });
}

function trials(
  { account }: CloudflareStandIn,
  folder: string,
  count: number,
): Partial<Readonly<Record<PublishWay, Trial>>> {
  const chance = seededRandom(1);
  const deal = dealer(PASSING_FAULTS);
  const expected = count / PAIRS_A_REQUEST + READS;
  const remote = { write: (target: Target) => publishOnce("remote", count, target) };
  const wrangler = installedWrangler();
  return {
    ours: remote,
    "ours, 1 % faults": { ...remote, faults: () => oneInAHundred(chance, expected, deal) },
    "ours, every fault": { ...remote, faults: () => eachOnce(PASSING_FAULTS) },
    ...(count <= MOST_ONE_BY_ONE && {
      "one by one": {
        write: (target: Target) => publishOnce("one by one", count, target),
        callsLeft: Number.POSITIVE_INFINITY,
      },
    }),
    bare: { write: (target) => publishOnce("bare", count, target) },
    ...(wrangler && { wrangler: { write: bulkPut(wrangler, folder, count, account.apiUrl) } }),
  };
}

/** One way over a namespace of its own; throws where a page is missing at the end. */
async function tried(cloudflare: CloudflareStandIn, trial: Trial, count: number): Promise<PublishRun> {
  const { account, seen } = cloudflare;
  const namespace = cloudflare.addNamespace("bench");
  const faults = trial.faults?.() ?? (() => null);
  let met = 0;
  cloudflare.callsLeft = trial.callsLeft ?? 1200;
  cloudflare.fault = (request, index) => {
    const fault = faults(request, index);
    if (fault) met += 1;
    return fault;
  };
  const { apiUrl, id, token } = account;
  const written = await trial.write({ apiUrl, account: id, token, namespace: namespace.id, folder: "" });
  const pages = [...namespace.pairs.keys()].filter((key) => key.startsWith("/articles/"));
  if (pages.length !== count) throw new Error(`${pages.length} of ${count} pages were written`);
  const bytes = seen.reduce((sum, { body }) => sum + body.byteLength, 0);
  const run = { ...written, requests: seen.length, faults: met, bytes };
  seen.length = 0;
  cloudflare.namespaces.delete(namespace.id);
  return run;
}

/** Writes a file of pairs beforehand. */
function bulkPut(
  wrangler: string,
  folder: string,
  count: number,
  apiUrl: string,
): (target: Target) => Promise<Written> {
  const file = join(folder, "pairs.json");
  writeFileSync(file, JSON.stringify(bulkPairs(benchSite(count).documents)));
  return async ({ namespace, account, token }) => {
    const { timeMs } = await runAside(
      [wrangler, "kv", "bulk", "put", file, "--namespace-id", namespace, "--remote"],
      {
        CLOUDFLARE_API_BASE_URL: apiUrl,
        CLOUDFLARE_API_TOKEN: token,
        CLOUDFLARE_ACCOUNT_ID: account,
      },
    );
    return { keys: count, timeMs };
  };
}

/** Writing one key: https://developers.cloudflare.com/api/resources/kv/subresources/namespaces/subresources/values/methods/update/ */
function singleWrite({ namespaces }: CloudflareStandIn): Route {
  return [
    "PUT",
    /^storage\/kv\/namespaces\/([^/]+)\/values\/([^/]+)$/,
    ({ body }, id = "", key = "") => {
      namespaces.get(id)?.pairs.set(key, { value: body, metadata: null });
      return { result: null };
    },
  ];
}
