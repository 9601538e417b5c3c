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

/** The address of a site: a URL without a path. */
export const origin = v.pipe(
  url,
  v.transform((value) => new URL(value)),
  v.check(({ protocol }) => /^https?:$/.test(protocol), "write a URL that begins with https://"),
  v.check(
    ({ pathname, search, hash }) => `${pathname}${search}${hash}` === "/",
    ({ input }) => `a site has no path; write "${input.origin}"`,
  ),
  v.transform(({ origin }) => origin),
);
