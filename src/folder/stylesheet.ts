import { readFileSync } from "node:fs";

/** The stylesheet of all pages. */
export function readStylesheet(): string {
  return readFileSync(new URL("../render/pages/stylesheet.css", import.meta.url), "utf8");
}
