import type { Equivalent } from "../mutant.ts";
import { ARTICLE_EQUIVALENTS } from "./article.ts";
import { BAKE_EQUIVALENTS } from "./bake.ts";
import { CACHE_EQUIVALENTS } from "./cache.ts";
import { COMMAND_EQUIVALENTS } from "./command.ts";
import { DOCTOR_EQUIVALENTS } from "./doctor.ts";
import { LEDGER_EQUIVALENTS } from "./ledger.ts";
import { PUBLISH_EQUIVALENTS } from "./publish.ts";
import { SOURCE_EQUIVALENTS } from "./source.ts";
import { STORE_EQUIVALENTS } from "./store.ts";

/** What no test can tell from the program, by room. */
export const EQUIVALENTS: Readonly<Record<string, readonly Equivalent[]>> = {
  article: ARTICLE_EQUIVALENTS,
  ledger: LEDGER_EQUIVALENTS,
  bake: BAKE_EQUIVALENTS,
  cache: CACHE_EQUIVALENTS,
  publish: PUBLISH_EQUIVALENTS,
  source: SOURCE_EQUIVALENTS,
  store: STORE_EQUIVALENTS,
  doctor: DOCTOR_EQUIVALENTS,
  migrate: [],
  propose: [],
  command: COMMAND_EQUIVALENTS,
};
