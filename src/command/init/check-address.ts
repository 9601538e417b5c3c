import { isIP } from "node:net";
import type { Checked } from "./checked.ts";
import { accepted, rejected } from "./checked.ts";

/** Names that lead nowhere on the internet (RFC 6761, RFC 6762). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|test|invalid)$/;

/** Takes the address of a site, with `https://` or without; gives its origin. */
export function checkAddress(text: string): Checked<string> {
  const written = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url === null || /\s/.test(written)) return rejected("write it as https://quay.example");
  const { protocol, hostname, origin, pathname, search, hash, username, password } = url;
  if (!/^https?:$/.test(protocol)) return rejected("write it with https://, such as https://quay.example");
  if (username || password) return rejected(`write it without a name or password: ${protocol}//${url.host}`);
  if (isIP(hostname.replace(/^\[|\]$/g, ""))) {
    return rejected("write the name of a host, not its number; or leave it empty until there is one");
  }
  if (LOCAL_NAME.test(hostname)) {
    return rejected("write one that others can reach; or leave it empty until there is one");
  }
  if (!/[^.]\.[^.]/.test(hostname)) {
    return rejected(`write the whole name of the host, such as https://${hostname}.example`);
  }
  if (pathname !== "/" || search || hash) {
    return rejected(`write it without what follows the host: ${origin}; a site has a host of its own`);
  }
  return accepted(origin);
}
