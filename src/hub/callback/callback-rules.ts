/** Longer is no address that anybody needs. */
const MAX_CALLBACK_LENGTH = 2048;

/** What a callback is allowed to be, and where it may lie. */
export type CallbackRule =
  | { readonly kind: "allowed"; readonly url: URL }
  | { readonly kind: "refused"; readonly reason: string };

/** An address that stands for itself: the URL standard has every spelling of IPv4 with dots, IPv6 in brackets. */
const LITERAL = /^\[|^\d+\.\d+\.\d+\.\d+$/;

/** Names that the public DNS does not have (RFC 6761, RFC 6762, RFC 8375, and what networks use inside). */
const INSIDE =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|corp|home|home\.arpa|onion|invalid|test)$/;

/** Names of this machine. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Judges a callback by its URL alone: HTTP or HTTPS on their own ports, no credentials, a public name and
 * no literal address. `ownHosts` are the site's: nothing that a hub sends itself helps anybody. With
 * `loopback` this machine may be called on any port.
 */
export function judgeCallback(
  text: string,
  { ownHosts, loopback }: { readonly ownHosts: readonly string[]; readonly loopback: boolean },
): CallbackRule {
  const refused = (reason: string): CallbackRule => ({ kind: "refused", reason });
  if (text.length > MAX_CALLBACK_LENGTH)
    return refused(`it is longer than ${MAX_CALLBACK_LENGTH} characters`);
  const url = URL.parse(text);
  if (url === null) return refused("it is not a URL");
  if (!/^https?:$/.test(url.protocol)) return refused("it begins with neither https:// nor http://");
  if (url.username !== "" || url.password !== "") return refused("it holds a name or a password");
  if (text.includes("#")) return refused("it holds a fragment");
  if (loopback && isLoopbackHost(url.hostname)) return { kind: "allowed", url };
  const host = url.hostname.replace(/\.$/, "");
  if (LITERAL.test(host)) return refused("its host is a number; name it");
  if (!host.includes(".") || INSIDE.test(host)) return refused("its host is not a public name");
  if (ownHosts.includes(host)) return refused("it is this site itself");
  if (!["", "80", "443"].includes(url.port)) return refused("its port is neither 80 nor 443");
  return { kind: "allowed", url };
}

/** Whether a host is this machine by its name alone. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}
