import { argv, stdout } from "node:process";
import { feedOf, openHubSite, TOPIC } from "./open-hub-site.ts";

/** A site with a hub in a process of its own, which can be killed: keeps what it knows in a folder, tells where it is. */
const [, , folder = ""] = argv;
const site = await openHubSite({ folder });
await site.put(TOPIC, feedOf(0));
stdout.write(`${site.origin}\n`);
