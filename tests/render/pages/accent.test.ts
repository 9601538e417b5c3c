import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readStylesheet } from "../../../src/command/bake/stylesheets.ts";
import { accentColours, PAPER, siteStylesheet } from "../../../src/render/pages/accent.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("whatever accent a site asks for, it can be read on both papers (WCAG 2.2, 1.4.3)", () => {
  fc.assert(
    fc.property(hex, (accent) => {
      const { light, dark } = accentColours(accent);
      expect(contrast(light, PAPER.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, PAPER.dark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("an accent that can be read is left as it is", () => {
  expect(accentColours("#8a2c12").light).toBe("#8a2c12");
  expect(accentColours("#f0a27f").dark).toBe("#f0a27f");
});

test("a site's own dress stands before the rules, which name each property with a default", () => {
  const style = { sizeRem: 1.25, widthRem: 44, density: "airy", text: "slab", headlines: "sans" } as const;
  const css = siteStylesheet(readStylesheet(), { accent: null, style });
  const [own = "", ...rules] = css.split("\n");
  expect(own).toMatch(
    /^:root\{--accent:.*;--size:1\.25rem;--width:44rem;--density:1\.25;--text-face:Rockwell,.*;--headline-face:system-ui,sans-serif\}$/,
  );
  for (const [name] of own.matchAll(/--(?!accent)[a-z-]+/g))
    expect(rules.join("\n")).toContain(`var(${name},`);
});

test("the stylesheet has the papers that accents are measured on", () => {
  const css = readFileSync(new URL("../../../src/render/pages/styles/base.css", import.meta.url), "utf8");
  expect(css).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
});

/** By the definition itself (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), apart from the code under test. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
