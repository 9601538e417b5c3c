import type { Plan } from "../../publish/plan.ts";
import { bytesOf, objectsOf } from "../../publish/upload-objects.ts";
import { sizeOf } from "../../store/store.ts";
import type { MediaReport } from "./json-reports.ts";
import { megabytes, plural } from "./report.ts";

/** How much a publish stores. */
export type StorageReport = Pick<MediaReport, "kvBytes" | "r2Files" | "r2Bytes">;

/** How much a plan stores; asked for while what it writes still waits on disk. */
export function storageReport({ stages }: Pick<Plan, "stages">): StorageReport {
  const entries = stages.flat();
  const objects = objectsOf(entries);
  return {
    kvBytes: entries.reduce((sum, entry) => sum + sizeOf(entry), 0),
    r2Files: objects.length,
    r2Bytes: bytesOf(objects),
  };
}

/** What that means for a plan, where Cloudflare counts it. */
export function storageLines(
  { kvBytes, r2Files, r2Bytes, asPublished, pictures }: MediaReport,
  { remote, verbose }: { readonly remote: boolean; readonly verbose: boolean },
): string[] {
  return [
    ...(pictures > 0 ? [`Made ${plural(pictures, "picture")} in several sizes.`] : []),
    ...(remote && kvBytes > 0
      ? [`Storage: ${megabytes(kvBytes)} of values, where the free plan has 1 GB for all that is stored.`]
      : []),
    ...(r2Files > 0
      ? [
          `${plural(r2Files, "file")} in R2: ${megabytes(r2Bytes)}, where 10 GB, and a million writes a month, are free.`,
        ]
      : []),
    ...(verbose && asPublished > 0
      ? [
          `${plural(asPublished, "picture")} as published before, metadata included; bake --renew-pictures makes them anew.`,
        ]
      : []),
  ];
}
