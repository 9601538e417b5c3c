/** Namespaces under the prefixes that they are known by, whatever a document calls them. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/?$/, "wp"],
  [/^http:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, "excerpt"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, "content"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, "dc"],
  [/^http:\/\/purl\.org\/dc\/terms\/?$/, "dcterms"],
  [/^http:\/\/www\.w3\.org\/2005\/Atom\/?$/i, "atom"],
  [/^http:\/\/purl\.org\/atom\/ns#?$/, "atom"],
  [/^http:\/\/www\.w3\.org\/2007\/app\/?$|^http:\/\/purl\.org\/atom\/app#$/, "app"],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/, "media"],
  [/^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, "itunes"],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, "rdf"],
  [/^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/, "feedburner"],
  [/^http:\/\/schemas\.google\.com\/blogger\/20(?:08|18)$/, "blogger"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/?$|^http:\/\/channel\.netscape\.com\/rdf\/simple\/0\.9\/?$/, ""],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml$/, "xhtml"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, "xml"],
];

/** Names elements by what their namespaces are, as far as the document declares them. */
export class XmlNames {
  readonly #prefixes = new Map<string, string>();
  #isAtom = false;

  /** The name of an element; takes the declarations among its attributes to heart. */
  of(raw: string, attributes: Readonly<Record<string, string>>): string {
    let own: string | null = null;
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "xmlns") own = prefixOf(value);
      else if (key.startsWith("xmlns:")) this.#prefixes.set(key.slice(6), prefixOf(value) ?? key.slice(6));
    }
    const colon = raw.indexOf(":");
    const written = colon === -1 ? null : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    const prefix = written === null ? (own ?? "") : (this.#prefixes.get(written) ?? written.toLowerCase());
    if (prefix === "atom" && local === "feed") this.#isAtom = true;
    return prefix === "" || (prefix === "atom" && this.#isAtom) || prefix === "xhtml"
      ? local
      : `${prefix}:${local}`;
  }
}

function prefixOf(uri: string): string | null {
  return NAMESPACES.find(([pattern]) => pattern.test(uri.trim()))?.[1] ?? null;
}
