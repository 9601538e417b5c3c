import { asciiJson } from "./ascii-json.ts";
import { joinedBytes } from "./joined-bytes.ts";

import type { Release } from "./releases.ts";

/** Where a site's own hub answers (WebSub §5). */
export const HUB_ADDRESS = "/hub";

/** The field by which the publisher's tools prove who they are: `t=<seconds since 1970>,sha256=<HMAC in hex>`. */
export const HUB_SIGNATURE_FIELD = "Feedwright-Signature";

/** What is signed may be so old: clocks differ, and uploads take time. */
export const HUB_MESSAGE_SECONDS = 900;

/** More is no feed that every subscriber could be sent. */
export const MAX_HUB_MESSAGE_BYTES = 16 * 1024 * 1024;

/** Of a feed and its item index. */
export const MAX_HUB_FEED_BYTES = MAX_HUB_MESSAGE_BYTES - 65_536;

/** How distributions can be signed (WebSub §7.1.1). */
export type HubSignature = "sha1" | "sha256" | "sha384" | "sha512";

/** A feed's new bytes, as the publisher posts them. The item index and the body follow. */
export interface EditionMessage {
  readonly do: "publish";
  /** The feed's `self`. */
  readonly topic: string;
  /** `Content-Type`, with its parameters. */
  readonly type: string;
  readonly tag: string;
  /** Whole seconds since 1970. */
  readonly edition: number;
  /** `Link`: itself and its hubs. */
  readonly link: string;
  readonly signature: HubSignature;
  readonly indexBytes: number;
}

/** What an operator asks of a topic's shards, from one number on; a part of them is done at a time. */
export interface ShardsMessage {
  readonly do: "status" | "pause" | "resume" | "drop" | "allow";
  readonly topic: string;
  readonly from: number;
  /** Of `drop` and `allow`: whose callbacks go, or may come again. */
  readonly host?: string;
}

/** What the tools of a site tell its hub. */
export type HubMessage =
  | EditionMessage
  | ShardsMessage
  /** Which topics somebody subscribed to; the word is for those that come later, too. */
  | ({ readonly do: "topics" } & PolicyChange)
  | ReleasesMessage;

/** Which feeds change by themselves later: all that are known, in the place of what was said before. */
export interface ReleasesMessage {
  readonly do: "releases";
  readonly releases: readonly Release[];
  /** How feeds name the hub, and how it signs. */
  readonly hub: string;
  readonly signature: HubSignature;
}

/** What an operator says for every topic. */
export interface PolicyChange {
  readonly paused?: boolean;
  readonly drop?: string;
  readonly allow?: string;
}

/** What a hub answers to `topics`. */
export interface TopicsAnswer {
  readonly topics: readonly string[];
  readonly paused: boolean;
  readonly dropped: readonly string[];
}

/** What a hub answers to `publish`. */
export interface PublishAnswer {
  readonly subscribers: number;
}

/** A callback that a hub does not reach. */
export interface LateCallback {
  readonly host: string;
  readonly attempts: number;
  readonly reason: string;
  /** Seconds since 1970; null where only the next edition is tried again. */
  readonly due: number | null;
}

/** What a hub answers to what is asked of shards: a part of them. */
export interface ShardsAnswer {
  /** The newest edition that was published; 0 where there was none since the first subscription. */
  readonly edition: number;
  readonly subscribers: number;
  /** Who waits for the newest edition and did not fail yet. */
  readonly pending: number;
  readonly late: number;
  readonly failures: readonly LateCallback[];
  /** How many were dropped. */
  readonly dropped: number;
  /** Where to go on; null where all is done. */
  readonly next: number | null;
}

/** A message as it is sent: a line of JSON, then bytes. */
export function encodeHubMessage(
  message: HubMessage,
  ...parts: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> {
  return joinedBytes([asciiJson(`${JSON.stringify(message)}\n`), ...parts]);
}
