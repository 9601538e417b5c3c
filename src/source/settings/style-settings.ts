import * as v from "valibot";
import { DENSITIES, FACES } from "../../article/style.ts";
import { text } from "../values/text-setting.ts";

/** Pixels of a rem where a reader changed nothing. */
const REM_PIXELS = 16;

const LENGTH = /^(\d{1,4}(?:\.\d{1,4})?)(px|rem)$/;

/** A length in px or rem between two lengths in rem; gives rem. */
function length(least: number, most: number) {
  const pixels = (rem: number) => `${rem * REM_PIXELS}px`;
  const fix = `write a length from "${pixels(least)}" to "${pixels(most)}", or from "${least}rem" to "${most}rem"`;
  return v.pipe(
    v.string(fix),
    v.trim(),
    v.regex(LENGTH, fix),
    v.transform((written) => {
      const [, number = "", unit = ""] = LENGTH.exec(written) ?? [];
      return Number(number) / (unit === "px" ? REM_PIXELS : 1);
    }),
    v.minValue(least, fix),
    v.maxValue(most, fix),
  );
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  const fix = `write one of ${names.map((name) => `"${name}"`).join(", ")}`;
  return v.pipe(text, v.picklist(names, fix));
}

/** Keys of `[style]`. */
export const STYLE_KEYS = {
  size: v.optional(length(0.875, 1.5)),
  width: v.optional(length(28, 60)),
  density: v.optional(oneOf(DENSITIES)),
  text: v.optional(oneOf(FACES)),
  headlines: v.optional(oneOf(FACES)),
};

/** The table `[style]`. */
export const STYLE = v.pipe(
  v.strictObject(STYLE_KEYS, 'write a table such as [style] with size = "18px"'),
  v.transform(({ size, width, density, text, headlines }) => ({
    sizeRem: size ?? null,
    widthRem: width ?? null,
    density: density ?? null,
    text: text ?? null,
    headlines: headlines ?? null,
  })),
);
