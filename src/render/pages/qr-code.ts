import { createRequire } from "node:module";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";

const require = createRequire(import.meta.url);

/** Modules of quiet ground around the code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/**
 * A text as a QR code that a phone's camera reads, as SVG. Black on white in the dark too: not every
 * camera reads the reverse. `label` says what it is for.
 */
export function qrCode(text: string, label: string): Markup {
  const { default: encodeQR } = require("qr") as typeof import("qr");
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const size = rows.length;
  return markup`<svg class="qr" role="img" aria-label="${label}" width="176" height="176" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${rows.map(darkRuns).join("")}"/></svg>`;
}

/** The dark modules of a row, each run of them as one rectangle. */
function darkRuns(row: readonly boolean[], y: number): string {
  const bits = row.map(Number).join("");
  return [...bits.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join("");
}
