import type { BakeInput } from "./bake-input.ts";
import type { BakedSite } from "./bake-site.ts";
import { bakeSite } from "./bake-site.ts";

/**
 * Bakes a site without the articles that a bake finds errors in. Those errors are still told. Errors
 * of the settings stay: there is nothing to leave out.
 */
export async function bakeSkippingInvalid(
  input: BakeInput,
  bake: (input: BakeInput) => BakedSite | Promise<BakedSite> = bakeSite,
): Promise<BakedSite> {
  const all = [...input.sources];
  const baked = await bake({ ...input, sources: all });
  const errors = baked.problems.filter(({ severity }) => severity === "error");
  const refused = new Set(errors.map(({ file }) => file));
  const sources = all.filter(({ path }) => !refused.has(path));
  if (sources.length === all.length) return baked;
  const rest = await bakeSkippingInvalid({ ...input, sources }, bake);
  return {
    ...rest,
    problems: [
      ...errors.filter(({ file }) => !rest.problems.some((one) => one.file === file)),
      ...rest.problems,
    ],
  };
}
