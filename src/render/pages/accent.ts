import type { Site } from "../../article/site.ts";
import { styleProperties } from "./site-style.ts";

/** The papers that accents stand on; the stylesheet has the same. */
export const PAPER = { light: "#fdfbf7", dark: "#171512" } as const;

/** Letters on them; the stylesheet has the same. */
export const INK = { light: "#1d1b18", dark: "#e9e5dd" } as const;

const DEFAULT_ACCENT = "#8a2c12";

/** Contrast of text with its ground that everybody can read (WCAG 2.2, 1.4.3 asks for 4.5). */
const LEAST_CONTRAST = 6;

type Colour = readonly [red: number, green: number, blue: number];

/** A site's accent (`#rrggbb`; null: ours) as it can be read on light and on dark paper: darker or lighter where need be. */
export function accentColours(accent: string | null): { readonly light: string; readonly dark: string } {
  const colour = parse(accent ?? DEFAULT_ACCENT);
  return {
    light: readable(colour, parse(PAPER.light), [0, 0, 0]),
    dark: readable(colour, parse(PAPER.dark), [255, 255, 255]),
  };
}

/** The stylesheet of a site: what it is set in, then the rules that all sites share. */
export function siteStylesheet(css: string, { accent, style }: Pick<Site, "accent" | "style">): string {
  const { light, dark } = accentColours(accent);
  return `:root{--accent:light-dark(${light},${dark})${styleProperties(style)}}\n${css}`;
}

function readable(colour: Colour, paper: Colour, towards: Colour): string {
  for (let step = 0; step <= 20; step += 1) {
    const mixed = mix(colour, towards, step / 20);
    if (contrast(mixed, paper) >= LEAST_CONTRAST) return format(mixed);
  }
  return format(towards);
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [part(0), part(1), part(2)];
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function parse(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function format(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
