import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Ledger } from "./ledger.ts";

/** Stands in where nothing names a host: a name that nobody can own (RFC 2606 §2). */
const NOBODY = "site.invalid,2025";

/**
 * The `host,year` that ids begin with (RFC 4151 §2.1): what site.toml pins, else what the first
 * publication fixed, else the host of site.toml's own `url`, so that a preview mints the ids of the
 * real site; else `host`, which is where the site is served.
 */
export function authorityOf(
  site: Pick<Site, "authority" | "homeHost">,
  ledger: Pick<Ledger, "authority">,
  now: EpochSeconds,
  host: string | null,
): string {
  const first = site.homeHost ?? host;
  const minted = first === null ? NOBODY : `${first},${new Date(now * 1000).getUTCFullYear()}`;
  return site.authority ?? ledger.authority ?? minted;
}

/** Whether an authority is nobody's (RFC 2606 §2): that of a site which has no address yet. */
export function isNobodys(authority: string): boolean {
  return hostOf(authority).endsWith(".invalid");
}

/** Whether another site may have the same one: what sites got that had no address, before each got its own. */
export function isShared(authority: string): boolean {
  return authority === NOBODY;
}

/** The host of an authority. */
export function hostOf(authority: string): string {
  return authority.split(",")[0] ?? authority;
}
