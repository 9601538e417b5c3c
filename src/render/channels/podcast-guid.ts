import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The namespace of `podcast:guid` (https://podcasting2.org/docs/podcast-namespace/tags/guid). */
const NAMESPACE = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

/**
 * The UUID of a show (version 5, RFC 9562 §5.5), made from the address of its feed without scheme. The
 * host is the one that ids begin with, so that the show stays the same one when it moves.
 */
export function podcastGuid(authority: string): string {
  const [host = ""] = authority.split(",");
  const { v5 } = require("uuid") as typeof import("uuid");
  return v5(`${host}/rss.xml`, NAMESPACE);
}
