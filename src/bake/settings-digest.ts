import { hash } from "node:crypto";
import type { Site } from "../article/site.ts";

/**
 * Digest of the settings that documents are made under. No document depends on hosts and queries of old
 * addresses, and a setting that is younger than others counts where it is set: an upgrade changes none.
 */
export function settingsDigest({ generator, hosts: _, redirectQueries: __, ...site }: Site): string {
  const shown = generator === null ? site : { generator, ...site };
  return hash("sha256", JSON.stringify(shown), "hex");
}
