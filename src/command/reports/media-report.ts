import type { Plan } from "../../publish/plan.ts";
import type { BucketTotal } from "../../publish/stored-total.ts";
import { bytesOf, objectsOf } from "../../publish/upload-objects.ts";
import { sizeOf } from "../../store/store.ts";
import type { MediaReport } from "./json-reports.ts";
import { megabytes, plural } from "./report.ts";

/** How much a publish stores. */
export type StorageReport = Pick<
  MediaReport,
  "kvBytes" | "kvTotalBytes" | "r2Files" | "r2Bytes" | "r2TotalFiles" | "r2TotalBytes"
>;

/** What is stored in all, once a publish is done. */
export interface StorageTotals {
  /** Null where nobody counted. */
  readonly kvBytes: number | null;
  readonly bucket: BucketTotal;
}

/** How much a plan stores; asked for while what it writes still waits on disk. */
export function storageReport(
  { stages }: Pick<Plan, "stages">,
  { kvBytes, bucket }: StorageTotals,
): StorageReport {
  const entries = stages.flat();
  const objects = objectsOf(entries);
  return {
    kvBytes: entries.reduce((sum, entry) => sum + sizeOf(entry), 0),
    kvTotalBytes: kvBytes,
    r2Files: objects.length,
    r2Bytes: bytesOf(objects),
    r2TotalFiles: bucket.files,
    r2TotalBytes: bucket.bytes,
  };
}

/** What the free plan stores of an account. */
const FREE_KV_BYTES = 1_000_000_000;
const FREE_R2_BYTES = 10_000_000_000;

/** What that means for a plan, where Cloudflare counts it. */
export function storageLines(
  report: MediaReport,
  { remote, verbose }: { readonly remote: boolean; readonly verbose: boolean },
): string[] {
  const { kvBytes, kvTotalBytes, r2Files, r2Bytes, r2TotalFiles, r2TotalBytes, asPublished, pictures } =
    report;
  const kvTotal =
    kvTotalBytes === null
      ? "the free plan has 1 GB for all that the account stores"
      : `${ofPlan(kvTotalBytes, FREE_KV_BYTES)} of the 1 GB that the free plan has for an account are this site's then`;
  return [
    ...(pictures > 0 ? [`Made ${plural(pictures, "picture")} in several sizes.`] : []),
    ...(remote && (kvBytes > 0 || kvTotalBytes !== null)
      ? [`Storage: ${megabytes(kvBytes)} to write; ${kvTotal}.`]
      : []),
    ...(r2Files > 0
      ? [
          `R2: ${plural(r2Files, "file")} of ${megabytes(r2Bytes)} to write; then ${plural(r2TotalFiles, "file")} of this site, ${ofPlan(r2TotalBytes, FREE_R2_BYTES)} of the 10 GB that are free for an account, as a million writes a month are.`,
        ]
      : []),
    ...(verbose && asPublished > 0
      ? [
          `${plural(asPublished, "picture")} as published before, metadata included; bake --renew-pictures makes them anew.`,
        ]
      : []),
  ];
}

function ofPlan(bytes: number, free: number): string {
  return `${megabytes(bytes)} (${((100 * bytes) / free).toFixed(1)} %)`;
}
