import type { BakedSite } from "../../bake/bake-site.ts";
import type { Plan } from "../../publish/plan.ts";
import { bucketTotal, storedTotal } from "../../publish/stored-total.ts";
import type { Store } from "../../store/store.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { StorageReport } from "../reports/media-report.ts";
import { storageReport } from "../reports/media-report.ts";

/** What is written below that fills no plan, and is worth no listing. */
const WORTH_COUNTING_BYTES = 1_000_000;

/** A listing takes a request for every thousand keys, of which the free plan has a thousand a day. */
const MOST_DOCUMENTS = 20_000;

/** How much a plan stores, and how much is stored then. Of a local store, which no plan limits, nobody counts it. */
export async function storageAfter(
  plan: Plan,
  { pageFiles, count }: Pick<BakedSite, "pageFiles" | "count">,
  store: Store,
  { remote = false, dryRun = false }: Pick<BakeFlags, "remote" | "dryRun">,
): Promise<StorageReport> {
  const bucket = bucketTotal(pageFiles);
  const written = storageReport(plan, { kvBytes: null, bucket });
  const isWorth = dryRun || written.kvBytes >= WORTH_COUNTING_BYTES;
  if (!remote || !isWorth || count > MOST_DOCUMENTS) return written;
  return { ...written, kvTotalBytes: await storedTotal(store, plan) };
}
