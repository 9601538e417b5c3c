import type { PublishAnswer, ShardsAnswer, TopicsAnswer } from "../../representation/hub-message.ts";
import type { HubBindings } from "../objects/bindings.ts";
import { directoryOf, topicOf } from "../objects/bindings.ts";
import type { ReadMessage } from "./publisher-message.ts";

/** Does what the publisher's tools ask for, and gives the answer; undefined where this hub does not know the word. */
export async function carryOut(
  { message, bytes }: ReadMessage,
  env: HubBindings,
): Promise<PublishAnswer | ShardsAnswer | TopicsAnswer | null | undefined> {
  switch (message.do) {
    case "publish":
      return topicOf(env, message.topic).publish(message, bytes);
    case "releases":
      return directoryOf(env)
        .release(message)
        .then(() => null);
    case "topics":
      return directoryOf(env).topics(message);
    case "status":
    case "pause":
    case "resume":
    case "drop":
    case "allow":
      return topicOf(env, message.topic).operate(message);
    default:
      message satisfies never;
      return undefined;
  }
}
