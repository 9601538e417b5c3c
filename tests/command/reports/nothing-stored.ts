import type { BakeReport } from "../../../src/command/reports/json-reports.ts";

/** The storage of a bake that stored no picture and no large file, and counted nothing. */
export const NOTHING_STORED: BakeReport["media"] = {
  pictures: 0,
  asPublished: 0,
  kvBytes: 0,
  kvTotalBytes: null,
  r2Files: 0,
  r2Bytes: 0,
  r2TotalFiles: 0,
  r2TotalBytes: 0,
};
