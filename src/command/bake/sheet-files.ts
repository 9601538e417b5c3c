import { readFileSync } from "node:fs";
import type { SheetFiles } from "../../bake/places/standard-icon.ts";

/** The icon of sites that have none, as it lies beside the pages. */
export function readSheet(): SheetFiles {
  return {
    ico: readFileSync(new URL("../../render/pages/icons/sheet.ico", import.meta.url)),
    small: readFileSync(new URL("../../render/pages/icons/sheet-144.png", import.meta.url)),
    touch: readFileSync(new URL("../../render/pages/icons/sheet-180.png", import.meta.url)),
  };
}
