import { hash } from "node:crypto";
import { realpathSync } from "node:fs";
import { hostname } from "node:os";
import { isLoopback } from "../article/loopback.ts";
import type { BakeFlags } from "./bake-flags.ts";
import type { RemoteSite } from "./remote-site.ts";

/**
 * The host that ids begin with where neither site.toml nor the ledger names one: the one that is named
 * by `--url`; else the one at which the deployed worker answers; else a name that no other folder has.
 */
export function idHost(
  { url, content }: Pick<BakeFlags, "url" | "content">,
  { customDomain, url: preview, servedAt }: RemoteSite["address"],
): string {
  const named = [url, customDomain && `https://${customDomain}`, servedAt, preview]
    .flatMap((address) => (address ? new URL(address).hostname : []))
    .find((host) => !isLoopback(host));
  return named ?? folderHost(content);
}

/** Of a folder on this machine, below a name that nobody can own (RFC 2606 §2). */
function folderHost(content: string): string {
  return `site-${hash("sha256", `${hostname()}\n${realpathSync(content)}`).slice(0, 8)}.invalid`;
}
