import { describe, expect, test } from "vitest";
import { storageLines } from "../../../src/command/reports/media-report.ts";

const NOTHING = { pictures: 0, asPublished: 0, kvBytes: 0, r2Files: 0, r2Bytes: 0 };
const told = { remote: false, verbose: false };

describe("what a publish stores", () => {
  test.for([
    {
      name: "is no line where it is nothing",
      report: NOTHING,
      options: { remote: true, verbose: true },
      lines: [],
    },
    {
      name: "counts for Cloudflare against the plan",
      report: { ...NOTHING, kvBytes: 1_234_567 },
      options: { remote: true, verbose: false },
      lines: ["Storage: 1.2 MB of values, where the free plan has 1 GB for all that is stored."],
    },
    { name: "counts nowhere else", report: { ...NOTHING, kvBytes: 1_234_567 }, options: told, lines: [] },
    {
      name: "tells pictures and files in R2",
      report: { ...NOTHING, pictures: 1, r2Files: 2, r2Bytes: 57_000_000 },
      options: told,
      lines: [
        "Made 1 picture in several sizes.",
        "2 files in R2: 57 MB, where 10 GB, and a million writes a month, are free.",
      ],
    },
    {
      name: "tells who asks for all of it which pictures stay as they came",
      report: { ...NOTHING, asPublished: 3 },
      options: { remote: false, verbose: true },
      lines: ["3 pictures as published before, metadata included; bake --renew-pictures makes them anew."],
    },
  ])("$name", ({ report, options, lines }) => {
    expect(storageLines(report, options)).toEqual(lines);
  });
});
