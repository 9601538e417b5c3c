import { describe, expect, test } from "vitest";
import { storageLines } from "../../../src/command/reports/media-report.ts";
import { NOTHING_STORED } from "./nothing-stored.ts";

const told = { remote: false, verbose: false };

describe("what a publish stores", () => {
  test.for([
    {
      name: "is no line where it is nothing",
      report: NOTHING_STORED,
      options: { remote: true, verbose: true },
      lines: [],
    },
    {
      name: "counts for Cloudflare against the plan",
      report: { ...NOTHING_STORED, kvBytes: 1_234_567 },
      options: { remote: true, verbose: false },
      lines: ["Storage: 1.2 MB to write; the free plan has 1 GB for all that the account stores."],
    },
    {
      name: "counts with all that the namespace holds, where that was counted",
      report: { ...NOTHING_STORED, kvBytes: 1_234_567, kvTotalBytes: 640_000_000 },
      options: { remote: true, verbose: false },
      lines: [
        "Storage: 1.2 MB to write; 640 MB (64.0 %) of the 1 GB that the free plan has for an account are this site's then.",
      ],
    },
    {
      name: "counts nowhere else",
      report: { ...NOTHING_STORED, kvBytes: 1_234_567 },
      options: told,
      lines: [],
    },
    {
      name: "tells pictures and files in R2",
      report: {
        ...NOTHING_STORED,
        pictures: 1,
        r2Files: 2,
        r2Bytes: 57_000_000,
        r2TotalFiles: 9,
        r2TotalBytes: 420_000_000,
      },
      options: told,
      lines: [
        "Made 1 picture in several sizes.",
        "R2: 2 files of 57 MB to write; then 9 files of this site, 420 MB (4.2 %) of the 10 GB that are free for an account, as a million writes a month are.",
      ],
    },
    {
      name: "tells who asks for all of it which pictures stay as they came",
      report: { ...NOTHING_STORED, asPublished: 3 },
      options: { remote: false, verbose: true },
      lines: ["3 pictures as published before, metadata included; bake --renew-pictures makes them anew."],
    },
  ])("$name", ({ report, options, lines }) => {
    expect(storageLines(report, options)).toEqual(lines);
  });
});
