import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { Plan } from "./plan.ts";

/** A feed whose bytes a publish changed. */
export interface Topic {
  readonly url: string;
  /** The entity tag by which the edge shows that it has the new bytes. */
  readonly tag: string;
}

/**
 * The feeds that a plan gives a new edition, archives left out: the topics of WebSub §2. One that is written
 * for what it becomes later, or that is not there yet, is no news. `origin` is the site's, without a slash.
 */
export function changedTopics({ stages, edition }: Plan, origin: string): Topic[] {
  return stages.flat().flatMap(({ key, metadata }) => {
    const { kind, tag = "", lastModified, from } = decodeMetadata(metadata) ?? {};
    const isNews = kind === "feed" && lastModified === edition && from === undefined;
    return isNews ? [{ url: `${origin}${key}`, tag }] : [];
  });
}
