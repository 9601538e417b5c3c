declare const brand: unique symbol;

/** An entity tag with its quotes (RFC 9110 §8.8.3). */
export type EntityTag = string & { readonly [brand]: "EntityTag" };

/** Digits of a tag's hash, and how many of them tell under which settings the document was made. */
const HASH_DIGITS = 16;
const SETTINGS_DIGITS = 6;

/** What a weak tag of ours says. */
export interface TaggedEdition {
  /** Whole seconds since 1970. */
  readonly edition: number;
  /** Equal for two editions of a document that were made under the same settings. */
  readonly settings: string;
}

/**
 * The tag of a document that is served in several codings: weak, because an intermediary may recode
 * it. `W/"<edition>.<settings><hash>"`: 6 and 10 hexadecimal digits.
 */
export function weakEntityTag(edition: number, sha256: string, settingsSha256: string): EntityTag {
  const settings = settingsSha256.slice(0, SETTINGS_DIGITS);
  return `W/"${edition}.${settings}${sha256.slice(0, HASH_DIGITS - SETTINGS_DIGITS)}"` as EntityTag;
}

/** The tag of bytes that are served as they are, in ranges too. */
export function strongEntityTag(sha256: string): EntityTag {
  return `"${sha256.slice(0, 32)}"` as EntityTag;
}

/** Whether a tag that `weakEntityTag` or `strongEntityTag` made is of a body with that hash. */
export function namesBody(tag: EntityTag, sha256: string): boolean {
  if (!isWeak(tag)) return tag === strongEntityTag(sha256);
  const opaque = opaqueTag(tag);
  return taggedEdition(opaque) !== null && opaque.endsWith(sha256.slice(0, HASH_DIGITS - SETTINGS_DIGITS));
}

/** The tags of a list, as they are written (RFC 9110 §8.8.3, §5.6.1). What is no tag is left out. */
export function listedTags(list: string): readonly EntityTag[] {
  return (list.match(/(W\/)?"[\x21\x23-\x7E]*"/g) ?? []) as readonly string[] as readonly EntityTag[];
}

/** Takes a tag in its written form (RFC 9110 §8.8.3); null for all else. */
export function entityTag(text: string): EntityTag | null {
  return listedTags(text).find((tag) => tag === text) ?? null;
}

/** What stands between the quotes. */
export function opaqueTag(tag: EntityTag): string {
  return tag.slice(tag.indexOf('"') + 1, -1);
}

/**
 * A tag without what servers in front make of it when they recode a body: it becomes weak, and Apache,
 * Caddy and Jetty append the coding. Equal texts name one representation.
 */
export function withoutRecoding(tag: string): string {
  return tag.replace(/^W\//, "").replace(/(--?|;)(gzip|br|zstd|deflate)"$/, '"');
}

/** What stands between the quotes, without what servers in front append. */
export function opaqueWithoutCoding(tag: EntityTag): string {
  return withoutRecoding(tag).slice(1, -1);
}

/** Whether a tag is weak (RFC 9110 §8.8.1). */
export function isWeak(tag: EntityTag): boolean {
  return tag.startsWith("W/");
}

/** Reads the edition out of a tag that `weakEntityTag` made, quotes taken off; null for any other. */
export function taggedEdition(opaque: string): TaggedEdition | null {
  const [, edition, settings] = /^(\d{1,10})\.([\da-f]{6})[\da-f]{10}$/.exec(opaque) ?? [];
  return edition && settings ? { edition: Number(edition), settings } : null;
}
