import type { Plan } from "./plan.ts";

/** The newest contract that a document of a plan needs; 0 where it writes none. */
export function contractOf({ stages }: Pick<Plan, "stages">): number {
  return stages.flat().reduce((newest, { metadata }) => {
    const { v: version } = Object(metadata) as { readonly v?: unknown };
    return typeof version === "number" ? Math.max(newest, version) : newest;
  }, 0);
}
