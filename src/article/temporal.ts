import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let library: typeof import("temporal-polyfill") | null = null;

/** The calendar of zones. It is loaded where one has to be asked: what is told in UTC does without. */
export function temporal(): typeof import("temporal-polyfill").Temporal {
  library ??= require("temporal-polyfill") as typeof import("temporal-polyfill");
  return library.Temporal;
}
