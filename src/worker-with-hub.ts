// First, so that what hub and edge share lies beside the edge in the bundle: it is 2 % smaller so.
import "./worker/app.ts";
import { HubDirectory } from "./hub/directory.ts";
import { handleHub } from "./hub/handle-hub.ts";
import type { HubBindings } from "./hub/objects/bindings.ts";
import { HubShard } from "./hub/shard/shard.ts";
import { HubTopic } from "./hub/topic/topic.ts";
import type { Bindings } from "./worker/app.ts";
import edge from "./worker/app.ts";

export { HubDirectory, HubShard, HubTopic };

/** The hub's address, with a query or without. */
const HUB_URL = /^https?:\/\/[^/?#]*\/hub(?:\?|$)/;

/** The worker of a site that is its own hub: the edge, and the hub at its one address. */
export default {
  async fetch(request, env, context): Promise<Response> {
    const answered = HUB_URL.test(request.url)
      ? await handleHub(request, env, (work) => context.waitUntil(work))
      : null;
    return answered ?? edge.fetch(request, env, context);
  },
  scheduled: edge.scheduled,
} satisfies ExportedHandler<Bindings & HubBindings>;
