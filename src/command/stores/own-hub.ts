import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import type { OwnHub } from "../../publish/ask-hub.ts";
import { askHub, HubError } from "../../publish/ask-hub.ts";
import { keepHubSecret } from "../../publish/hub-secret.ts";
import type { TellContext, ToldHub } from "../../publish/tell-own-hub.ts";
import { tellOwnHub } from "../../publish/tell-own-hub.ts";
import type { ReleasesMessage } from "../../representation/hub-message.ts";
import { HUB_ADDRESS } from "../../representation/hub-message.ts";
import type { Release } from "../../representation/releases.ts";
import type { Store } from "../../store/store.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { servedOrigin } from "./serving-note.ts";

/** A site, as far as its hubs are concerned. */
export type HubSite = Pick<Site, "url" | "hubs" | "hub" | "hubSignature">;

/** What feeds call the site's own hub; null where it has none. */
export function ownHubUrl({ hub, url }: Pick<Site, "hub" | "url">): AbsoluteUrl | null {
  return hub ? (`${url}${HUB_ADDRESS}` as AbsoluteUrl) : null;
}

/** Every hub that feeds name, the site's own first. */
export function hubsOf(site: Pick<Site, "url" | "hubs" | "hub">): readonly AbsoluteUrl[] {
  const own = ownHubUrl(site);
  return own === null ? site.hubs : [own, ...site.hubs.filter((hub) => hub !== own)];
}

/**
 * The site's own hub, with its secret, which is made where there is none; null where there is no hub, or it
 * does not run: on this machine it does while the site is served.
 */
export async function openOwnHub(
  site: HubSite,
  store: Store,
  flags: Pick<BakeFlags, "remote" | "persistTo">,
): Promise<OwnHub | null> {
  if (!site.hub) return null;
  const secret = await keepHubSecret(store);
  const origin = flags.remote ? site.url : servedOrigin(flags.persistTo);
  return origin === null ? null : { url: `${origin}${HUB_ADDRESS}`, secret };
}

/**
 * Posts changed feeds to the site's own hub, and which will change by themselves. Gives what it did not
 * take, and what is to be told of it.
 */
export async function publishToOwnHub(
  hub: OwnHub,
  topics: readonly string[],
  site: HubSite,
  context: Pick<TellContext, "plan" | "store" | "nowSeconds"> & { readonly releases: readonly Release[] },
): Promise<{ readonly left: readonly string[]; readonly problems: readonly Problem[] }> {
  const named = ownHubUrl(site) ?? hub.url;
  const signature = site.hubSignature;
  const told = await tellOwnHub(hub, topics, { ...context, named, signature });
  const { plan, releases } = context;
  const isNew = releases.length > 0 || plan.put > 0;
  const reason = told.reason ?? (isNew ? await tellReleases(hub, { releases, hub: named, signature }) : null);
  return { left: told.left, problems: problemsOf({ ...told, reason }, named) };
}

/** Why the hub does not know what is to come; the next publish tells it anew. Null where it does. */
async function tellReleases(hub: OwnHub, message: Omit<ReleasesMessage, "do">): Promise<string | null> {
  try {
    await askHub(hub, { do: "releases", ...message });
    return null;
  } catch (fault) {
    if (fault instanceof HubError) return fault.message;
    throw fault;
  }
}

function problemsOf({ told, subscribers, reason }: ToldHub, hub: string): Problem[] {
  const at = { file: SETTINGS_FILE, line: null };
  if (reason !== null) {
    const message = `the site's own hub ${hub} did not take the new feeds (${reason}); the next publish posts them again`;
    return [{ ...at, severity: "warning", message }];
  }
  if (subscribers === 0) return [];
  const [feeds, people] = [count(told, "feed"), count(subscribers, "subscription")];
  return [{ ...at, severity: "notice", message: `the site's own hub delivers ${feeds} to ${people}` }];
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
