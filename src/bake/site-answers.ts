import { isKept } from "../render/kept-run.ts";
import { siteOutputs } from "../render/outputs.ts";
import { ALIASES, channelAlias } from "../representation/addresses.ts";
import { correctedAddresses } from "../representation/corrected-addresses.ts";
import { isLocation } from "../representation/location.ts";
import { listedQuery } from "../representation/redirects/listed-query.ts";
import type { RedirectTarget } from "../representation/redirects/pattern.ts";
import { matchPatterns } from "../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../representation/storage-key.ts";
import { mediaAddresses } from "./bake-media.ts";
import type { OpenBake } from "./open-bake.ts";
import { outputContext } from "./output-context.ts";

/** How a site answers for an address. */
export type SiteAnswer =
  /** With 200. */
  | { readonly kind: "here"; readonly address: string }
  /** With a redirect that ends, after a second one at most, at a document of the site, or at another site. */
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "gone" }
  | { readonly kind: "lost" };

const LOST: SiteAnswer = { kind: "lost" };

/**
 * Tells how a site will answer for an address, once it is published: as the edge does, and without
 * rendering a document. A redirect that leads to nothing counts as lost.
 */
export function siteAnswers(bake: OpenBake): (pathname: string, search: string) => SiteAnswer {
  const { past, input } = bake;
  const { packed, moved, gone } = past;
  const documents = new Set<string>(mediaAddresses(input.media));
  for (const one of siteOutputs(outputContext(bake, { stylesheet: "", textStylesheet: "" }))) {
    for (const key of isKept(one) ? one.keys() : [one.key]) documents.add(key);
  }
  const own = (key: string): RedirectTarget | null => {
    const to = moved.get(key);
    if (to !== undefined) return { to, status: 301 };
    return gone.has(key) ? { to: "/", status: 410 } : null;
  };
  const alias = (key: string): string | null => {
    const target = ALIASES.get(key);
    return target === undefined ? null : typeof target === "string" ? target : (target[0]?.target ?? null);
  };
  const leadOf = (key: string): RedirectTarget | null => {
    const to = documents.has(key) ? key : alias(key);
    return own(key) ?? (to === null ? null : { to, status: 301 });
  };
  const byPattern = (key: string): RedirectTarget | null => {
    const target = matchPatterns(packed.patterns, key);
    if (target === null || !isLocation(target.to)) return null;
    if (target.status === 410) return target;
    const place = storageKeyOfPath(target.to);
    const further = place === null ? null : (leadOf(place) ?? packed.rows.get(place) ?? null);
    return further ?? target;
  };
  const find = (pathname: string, search: string): RedirectTarget | string | null => {
    const key = storageKeyOfPath(pathname);
    const corrected = correctedAddresses(pathname);
    const query = listedQuery(search, packed.queries);
    if (key !== null) {
      const asked = query === "" ? undefined : packed.rows.get(key + query);
      if (asked !== undefined) return asked;
      // Before a query that told documents apart stands the front page for all of them.
      if (key === "/" && query !== "") return null;
      if (documents.has(key)) return key;
      const found = leadOf(key) ?? packed.rows.get(key);
      if (found != null) return found;
    }
    const below = key && channelAlias(key);
    const meant = below ? [below, ...corrected] : corrected;
    const keys = key === null ? corrected : [key, ...corrected];
    return (
      meant.map(leadOf).find((one) => one !== null) ??
      corrected.map((one) => packed.rows.get(one)).find((one) => one !== undefined) ??
      keys.map(byPattern).find((one) => one !== null) ??
      null
    );
  };
  const answer = (pathname: string, search: string, hops = 0): SiteAnswer => {
    const found = find(pathname, search);
    if (found === null) return LOST;
    if (typeof found === "string") return { kind: "here", address: found };
    if (found.status === 410) return { kind: "gone" };
    const { to } = found;
    const [path = ""] = to.split(/[?#]/, 1);
    if (!to.startsWith("/") || documents.has(storageKeyOfPath(path) ?? "")) return { kind: "moved", to };
    return hops === 0 ? answer(path, "", 1) : LOST;
  };
  return (pathname, search) => answer(pathname, search);
}
