import { hash } from "node:crypto";
import { realpathSync } from "node:fs";
import { hostname } from "node:os";
import { isLoopback } from "../../article/loopback.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { RemoteSite } from "../stores/remote-site.ts";

/**
 * The host that ids begin with where neither site.toml nor the ledger names one: the one that is named
 * by `--url`; else the one at which the deployed site answers; else a name that no other folder has.
 */
export function idHost(
  { url, content }: Pick<BakeFlags, "url" | "content">,
  { homeHost }: Pick<RemoteSite["address"], "homeHost">,
): string {
  const named = url === undefined ? null : new URL(url).hostname;
  return (named !== null && !isLoopback(named) ? named : homeHost) ?? folderHost(content);
}

/** Of a folder on this machine, below a name that nobody can own (RFC 2606 §2). */
function folderHost(content: string): string {
  return `site-${hash("sha256", `${hostname()}\n${realpathSync(content)}`).slice(0, 8)}.invalid`;
}
