import type { Equivalent } from "../mutant.ts";
import { SOURCE_DIALECTS } from "./source-dialects.ts";
import { SOURCE_FIELDS_EQUIVALENTS } from "./source-fields.ts";
import { SOURCE_READINGS_EQUIVALENTS } from "./source-readings.ts";
import { SOURCE_TEMPLATES } from "./source-templates.ts";
import { SOURCE_TEXTS_EQUIVALENTS } from "./source-texts.ts";

/** Mutants of `source` that behave as the program does. */
export const SOURCE_EQUIVALENTS: readonly Equivalent[] = [
  ...SOURCE_DIALECTS,
  ...SOURCE_FIELDS_EQUIVALENTS,
  ...SOURCE_READINGS_EQUIVALENTS,
  ...SOURCE_TEMPLATES,
  ...SOURCE_TEXTS_EQUIVALENTS,
];
