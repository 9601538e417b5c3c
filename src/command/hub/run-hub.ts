import { visible } from "../../article/plain-text.ts";
import { existingSite } from "../../migrate/existing-site.ts";
import type { OwnHub } from "../../publish/ask-hub.ts";
import { HubError } from "../../publish/ask-hub.ts";
import { readHubSecret } from "../../publish/hub-secret.ts";
import { HUB_ADDRESS } from "../../representation/hub-message.ts";
import { siteUrl } from "../bake/site-url.ts";
import type { RemoteFlags } from "../flags/bake-flags.ts";
import { refuseIdleRemote, remoteFlags, withRemote } from "../flags/bake-flags.ts";
import type { CommandLine } from "../flags/flags.ts";
import { commandLine, EXIT, FLAG, parseFlags, refuseUsage } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import type { GivenPlace, SitePlace } from "../flags/site-place.ts";
import { namedPlace, sitePlace } from "../flags/site-place.ts";
import { isRefusal, Refusal } from "../reports/refusal.ts";
import { openStore } from "../stores/open-store.ts";
import { servedOrigin } from "../stores/serving-note.ts";
import { hubLines } from "./hub-lines.ts";
import type { HubOrder } from "./order-hub.ts";
import { orderHub } from "./order-hub.ts";

/** What `hub` can be told, beside what it is to do. */
interface HubFlags extends SitePlace, RemoteFlags {
  readonly remote?: boolean;
  readonly json?: boolean;
  readonly url?: string;
}

/** What can be ordered, and whether it is about a host. */
const ORDERS: Readonly<Record<string, { readonly takesHost: boolean }>> = {
  pause: { takesHost: false },
  resume: { takesHost: false },
  drop: { takesHost: true },
  allow: { takesHost: true },
};

/** `hub [pause|resume|drop HOST|allow HOST]`: shows the site's own hub, or orders it. Gives the exit code. */
export async function runHub(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    commandLine("hub", "Shows who subscribes at the site's own hub, and what waits or fails.", setting),
  );
  line.command
    .argument("[order]", "pause, resume, drop a host, or allow one again")
    .argument("[host]", "whose callbacks are dropped or allowed")
    .addOption(FLAG.content(line))
    .addOption(FLAG.persistTo(line))
    .option("--remote", "ask the hub on Cloudflare; orders need --content")
    .option("--json", "print it as JSON");
  const given = parseFlags<Omit<HubFlags, keyof SitePlace> & GivenPlace>(line, args);
  refuseIdleRemote(line, given);
  const order = orderOf(line);
  const isNamed = given.remote === true && order.do !== "status";
  const words = [order.do, ...("host" in order ? [order.host] : [])].join(" ");
  const place = isNamed ? namedPlace(given, line, `${words} ${remoteFlags(given)}`) : sitePlace(given, line);
  const flags: HubFlags = { ...given, ...place };
  try {
    const report = await orderHub(await openHub(flags), order);
    if (flags.json) process.stdout.write(`${visible(JSON.stringify(report))}\n`);
    else process.stdout.write(`${hubLines(report, order).map(visible).join("\n")}\n`);
    return EXIT.done;
  } catch (cause) {
    if (cause instanceof HubError)
      process.stderr.write(`The hub did not answer: ${visible(cause.message)}.\n`);
    else if (isRefusal(cause)) process.stderr.write(`${visible(cause.message)}.\n`);
    else throw cause;
    return EXIT.refused;
  }
}

/** What the words say. Throws `UsageError`, once the user has been told, where they say nothing. */
function orderOf(line: CommandLine): HubOrder {
  const [word, host] = line.command.args;
  if (word === undefined) return { do: "status" };
  const known = Object.hasOwn(ORDERS, word) ? ORDERS[word] : undefined;
  if (known === undefined)
    return refuseUsage(line, `hub knows no "${word}"; write pause, resume, drop HOST or allow HOST`);
  if (!known.takesHost) {
    if (host !== undefined) refuseUsage(line, `${word} takes no host`);
    return { do: word } as HubOrder;
  }
  if (host === undefined || !/^[\w.-]+(?::\d+)?$/.test(host))
    return refuseUsage(line, `name the host as in: ${word} reader.example`);
  return { do: word, host: host.toLowerCase() } as HubOrder;
}

/** The hub of the site that the flags name. Throws `Refusal` where there is none, or it does not run. */
async function openHub(flags: HubFlags): Promise<OwnHub> {
  const { content, persistTo, remote } = flags;
  const site = existingSite(content);
  if (!site?.hub) throw new Refusal(`the site in ${content} has no hub; write hub = true into its site.toml`);
  const served = remote ? null : servedOrigin(persistTo);
  if (!remote && served === null)
    throw new Refusal("the hub of this machine runs while the site is served; start serve, or add --remote");
  const { store, address } = await openStore(flags, { needsAddress: site.homeHost === null, writes: false });
  try {
    const secret = await readHubSecret(store);
    if (secret === null) throw new Refusal("nothing was published with hub = true yet; publish first");
    const origin = served ?? siteUrl(site, { ...address, ...flags });
    return { url: `${origin}${HUB_ADDRESS}`, secret };
  } finally {
    await store.close();
  }
}
