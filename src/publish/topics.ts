import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { Plan } from "./plan.ts";

/** A feed whose bytes a publish changed. */
export interface Topic {
  readonly url: string;
  /** The entity tag by which the edge shows that it has the new bytes. */
  readonly tag: string;
}

/** The feeds of a plan, archives left out: the topics of WebSub §2. `origin` is the site's, without a slash. */
export function changedTopics(plan: Plan, origin: string): Topic[] {
  return plan.stages.flat().flatMap(({ key, metadata }) => {
    const { kind, tag = "" } = decodeMetadata(metadata) ?? {};
    return kind === "feed" ? [{ url: `${origin}${key}`, tag }] : [];
  });
}
