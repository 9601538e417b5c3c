/**
 * The `Link` field of a feed (RFC 8288 §3): where it is, and which hubs tell of its changes (WebSub
 * §4). Both as URLs whose serialization holds no `>`.
 */
export function linkField(self: string, hubs: readonly string[]): string {
  return [`<${self}>; rel="self"`, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(", ");
}
