import * as v from "valibot";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import { text } from "../values/text-setting.ts";
import { urlFix } from "./setting-fixes.ts";

/** A setting that is a whole URL. */
export const url = v.pipe(
  text,
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }): AbsoluteUrl => {
    const found = absoluteUrl(value);
    if (found === null) addIssue({ message: urlFix(value) });
    return found ?? NEVER;
  }),
);
