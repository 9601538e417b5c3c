import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sanitize } from "../../src/source/html/sanitize.ts";
import { cleanSrcset } from "../../src/source/html/srcset.ts";

const OUTPUTS = ["log", "info", "warn", "error", "debug"] as const;

describe("of a srcset (HTML §4.8.4.2.1) stays what every parser takes, and nothing is printed:", () => {
  beforeEach(() => {
    for (const name of OUTPUTS) vi.spyOn(console, name);
  });
  afterEach(() => {
    for (const name of OUTPUTS) expect(console[name]).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test.for([
    { name: "one URL", srcset: "a.png", clean: "a.png" },
    {
      name: "densities",
      srcset: "a.png 1x, b.png 1.5x,c.png .5x, d.png 1e3x",
      clean: "a.png 1x, b.png 1.5x, c.png .5x, d.png 1e3x",
    },
    {
      name: "widths and heights",
      srcset: "a.png 1w, b.png 2w 3h, c.png 3h 2w, d.png 4h",
      clean: "a.png 1w, b.png 2w 3h, c.png 3h 2w, d.png 4h",
    },
    {
      name: "numbers of several digits",
      srcset: "a.png 320w, b.png 640w 480h, c.png 480h 640w, d.png 10x, e.png 1.25x, f.png .25x",
      clean: "a.png 320w, b.png 640w 480h, c.png 480h 640w, d.png 10x, e.png 1.25x, f.png .25x",
    },
    {
      name: "powers of ten",
      srcset: "a.png 1e10x, b.png 1e-1x, c.png 1E+2x",
      clean: "a.png 1e10x, b.png 1e-1x, c.png 1E+2x",
    },
    { name: "a number with noughts before it", srcset: "a.png 010w", clean: "a.png 010w" },
    { name: "commas in URLs", srcset: "a,b.png 1x, c,d.png", clean: "a,b.png 1x, c,d.png" },
    {
      name: "commas and white space around",
      srcset: " ,, a.png\t1x\n,\fb.png , ,c.png,,",
      clean: "a.png 1x, b.png, c.png",
    },
    { name: "49 commas in a URL", srcset: `a${",".repeat(49)}b`, clean: `a${",".repeat(49)}b` },
    { name: "50 commas in a URL", srcset: `a${",".repeat(50)}b, c.png`, clean: "c.png" },
    { name: "an unknown descriptor", srcset: "a.png 1q, b.png 2x", clean: "b.png 2x" },
    {
      name: "two descriptors of one kind",
      srcset: "a.png 1x 1x, b.png 1w 2w, c.png 1h 2h, d.png 2x",
      clean: "d.png 2x",
    },
    { name: "a density and a size", srcset: "a.png 1x 1w, b.png 1h 1x, c.png", clean: "c.png" },
    {
      name: "no number",
      srcset: "a.png w, b.png x, c.png 1.x, d.png +1w, e.png 1e3w, f.png",
      clean: "f.png",
    },
    { name: "a size of nothing", srcset: "a.png 0w, b.png 0h, c.png 00w, d.png", clean: "d.png" },
    { name: "a negative density", srcset: "a.png -1x, b.png", clean: "b.png" },
    { name: "descriptors in brackets", srcset: "a.png (1x, b.png 1x), c.png 2x", clean: "c.png 2x" },
    { name: "a bracket that never ends", srcset: "a.png 1x, b.png (1x, c.png 2x", clean: "a.png 1x" },
    {
      name: "white space that is none in HTML",
      srcset: "a.png\u00a01x, b.png 1x\u00a0",
      clean: "a.png\u00a01x",
    },
    { name: "what a terminal would obey", srcset: "a.png \u001b[31m1x", clean: null },
    { name: "nothing", srcset: "", clean: null },
    { name: "commas alone", srcset: ", ,", clean: null },
  ])("$name", ({ srcset, clean }) => {
    expect(cleanSrcset(srcset)).toBe(clean);
    for (const name of ["img", "source"]) {
      const kept = clean === null ? `<${name} />` : sanitize(`<${name} srcset="${clean}">`)?.html;
      expect(sanitize(`<${name} srcset="${srcset}">`)?.html).toBe(kept);
    }
  });
});
