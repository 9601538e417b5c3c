declare const brand: unique symbol;

/** An entity tag with its quotes (RFC 9110 §8.8.3). */
export type EntityTag = string & { readonly [brand]: "EntityTag" };

/**
 * The tag of a document that is served in several codings: weak, because an intermediary
 * may recode it. `W/"<edition>.<first 16 digits of the hash>"`.
 */
export function weakEntityTag(edition: number, sha256: string): EntityTag {
  return `W/"${edition}.${sha256.slice(0, 16)}"` as EntityTag;
}

/** The tag of bytes that are served as they are, in ranges too. */
export function strongEntityTag(sha256: string): EntityTag {
  return `"${sha256.slice(0, 32)}"` as EntityTag;
}
