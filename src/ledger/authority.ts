import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Ledger } from "./ledger.ts";

/** Stands in where neither site.toml nor the ledger names one: a name that nobody can own (RFC 2606). */
const NOBODY = "site.invalid,2025";

/**
 * The `host,year` that ids begin with (RFC 4151 §2.1): what site.toml pins, else what the first
 * publication fixed, else the host of site.toml's own `url`. A preview's address never counts, so a
 * local preview mints the ids of the real site.
 */
export function authorityOf(site: Site, ledger: Ledger, now: EpochSeconds): string {
  const home = site.homeHost && `${site.homeHost},${new Date(now * 1000).getUTCFullYear()}`;
  return site.authority ?? ledger.authority ?? home ?? NOBODY;
}
