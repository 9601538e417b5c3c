import type {
  EditionMessage,
  PolicyChange,
  PublishAnswer,
  ReleasesMessage,
  ShardsAnswer,
  ShardsMessage,
  TopicsAnswer,
} from "../../representation/hub-message.ts";

/** A subscription that its subscriber has confirmed (WebSub §5.3). */
export interface Subscription {
  readonly callback: string;
  /** Null: what is sent is not signed. */
  readonly secret: string | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** When it was asked for, in milliseconds since 1970: an older request never overrides a newer one. */
  readonly at: number;
}

/** The end of a subscription, as its subscriber asked for it. */
export type Leave = Pick<Subscription, "callback" | "at">;

/** What a topic makes of a confirmed request. */
export type Admission = { readonly kind: "done" } | { readonly kind: "denied"; readonly reason: string };

/** The newest bytes of a topic, and what is said beside them. */
export interface Edition extends Omit<EditionMessage, "do" | "indexBytes"> {
  /** The oldest edition that was made under the same settings: what changed since can be told from there on. */
  readonly comparableSince: number;
  readonly index: Uint8Array;
  readonly body: Uint8Array;
}

/** What of it comes before the bytes. */
export type EditionHead = Omit<Edition, "index" | "body">;

/** What operators said, for every topic. */
export type Policy = Pick<TopicsAnswer, "paused" | "dropped">;

/** The one directory of a site: its topics, and what operators said. */
export interface DirectoryObject extends Rpc.DurableObjectBranded {
  register(topic: string): Promise<Policy>;
  release(message: ReleasesMessage): Promise<void>;
  topics(change: PolicyChange): Promise<TopicsAnswer>;
}

/** One feed: who subscribed in which shard, and the newest bytes. */
export interface TopicObject extends Rpc.DurableObjectBranded {
  subscribe(topic: string, subscription: Subscription): Promise<Admission>;
  unsubscribe(leave: Leave): Promise<void>;
  /** Told by a shard who is no longer in it. */
  removed(leaves: readonly Leave[]): Promise<void>;
  publish(message: EditionMessage, bytes: Uint8Array): Promise<PublishAnswer>;
  newest(): Promise<Edition | null>;
  operate(message: ShardsMessage): Promise<ShardsAnswer>;
}

/** At most 250 subscribers of a topic. */
export interface ShardObject extends Rpc.DurableObjectBranded {
  join(place: ShardPlace, subscription: Subscription): Promise<void>;
  leave(leave: Leave): Promise<void>;
  wake(edition: number): Promise<void>;
  operate(message: ShardsMessage): Promise<ShardReport>;
}

/** Whose part it is. */
export interface ShardPlace {
  readonly topic: string;
  readonly paused: boolean;
}

/** What a shard tells operators. */
export type ShardReport = Omit<ShardsAnswer, "edition" | "next">;

/** What a worker with a hub is bound to in wrangler.toml. */
export interface HubBindings {
  readonly DOCUMENTS: KVNamespace;
  readonly HUB_DIRECTORY: DurableObjectNamespace<DirectoryObject>;
  readonly HUB_TOPIC: DurableObjectNamespace<TopicObject>;
  readonly HUB_SHARD: DurableObjectNamespace<ShardObject>;
  /** Anything: callbacks on this machine are met, as a site needs that is served on it. Never in a deployment. */
  readonly HUB_LOOPBACK?: string;
  /** The operator's `Strict-Transport-Security`. */
  readonly STRICT_TRANSPORT_SECURITY?: string;
}

/** The one directory of a site. */
export function directoryOf({ HUB_DIRECTORY }: HubBindings): DurableObjectStub<DirectoryObject> {
  return HUB_DIRECTORY.get(HUB_DIRECTORY.idFromName("directory"));
}

/** Where a topic's subscribers are found. */
export function topicOf({ HUB_TOPIC }: HubBindings, url: string): DurableObjectStub<TopicObject> {
  return HUB_TOPIC.get(HUB_TOPIC.idFromName(url));
}

/** A part of a topic's subscribers, by number from 1. */
export function shardOf(
  { HUB_SHARD }: HubBindings,
  url: string,
  number: number,
): DurableObjectStub<ShardObject> {
  return HUB_SHARD.get(HUB_SHARD.idFromName(`${number} ${url}`));
}
