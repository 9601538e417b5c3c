import type { Density, Face, SiteStyle } from "../../article/style.ts";

/** Of each face the names under which systems have it, the best first. */
const STACKS: Readonly<Record<Face, string>> = {
  serif: 'Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",Georgia,serif',
  "old-style": '"Iowan Old Style","Palatino Linotype","URW Palladio L",P052,serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Sitka Small",serif',
  sans: "system-ui,sans-serif",
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic",sans-serif',
  mono: 'ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace',
};

/** Spaces by the size that they have in the stylesheet; lines follow at a distance. */
const SHARES: Readonly<Record<Density, number>> = { compact: 0.75, normal: 1, airy: 1.25 };

/** The custom properties by which a site departs from the stylesheet, which has a default for each; empty for none. */
export function styleProperties({ sizeRem, widthRem, density, text, headlines }: SiteStyle): string {
  const properties = [
    ["size", sizeRem && `${sizeRem}rem`],
    ["width", widthRem && `${widthRem}rem`],
    ["density", density && SHARES[density]],
    ["text-face", text && STACKS[text]],
    ["headline-face", headlines && STACKS[headlines]],
  ] as const;
  return properties.map(([name, value]) => (value === null ? "" : `;--${name}:${value}`)).join("");
}
