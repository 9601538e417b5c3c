import { createRequire } from "node:module";
import type { Options } from "@sindresorhus/slugify";

const require = createRequire(import.meta.url);

let library: typeof import("@sindresorhus/slugify") | null = null;

/** The library's slug of a text. It is loaded where one needs it: its tables of scripts take a while. */
export function slugify(text: string, options?: Options): string {
  library ??= require("@sindresorhus/slugify") as typeof import("@sindresorhus/slugify");
  return library.default(text, options);
}
