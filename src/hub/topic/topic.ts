import { DurableObject } from "cloudflare:workers";
import type {
  EditionMessage,
  PublishAnswer,
  ShardsAnswer,
  ShardsMessage,
} from "../../representation/hub-message.ts";
import type {
  Admission,
  Edition,
  HubBindings,
  Leave,
  Subscription,
  TopicObject,
} from "../objects/bindings.ts";
import { directoryOf, shardOf } from "../objects/bindings.ts";
import { inLanes } from "../objects/lanes.ts";
import { logFault } from "../objects/log.ts";
import { EditionRows } from "./edition-rows.ts";
import type { Errand } from "./subscription-rows.ts";
import { callbackDigest, SubscriptionRows } from "./subscription-rows.ts";
import { sumReports } from "./sum-reports.ts";
import { TopicRow } from "./topic-row.ts";
import { TOPIC_SCHEMA } from "./topic-schema.ts";

/** How many shards are woken or asked in one run: it may make 50 requests. */
const SHARDS_A_RUN = 40;

/** In the past: an alarm at once. */
const AT_ONCE = 1;

/** After which what failed is tried again. */
const RETRY_MS = 5000;

/** One feed: who subscribed in which shard, and the newest bytes. Shards do the delivery. */
export class HubTopic extends DurableObject<HubBindings> implements TopicObject {
  readonly #storage: DurableObjectStorage;
  readonly #row: TopicRow;
  readonly #editions: EditionRows;
  readonly #subscriptions: SubscriptionRows;

  constructor(state: DurableObjectState, env: HubBindings) {
    super(state, env);
    this.#storage = state.storage;
    const { sql } = state.storage;
    sql.exec(TOPIC_SCHEMA);
    this.#row = new TopicRow(sql);
    this.#editions = new EditionRows(sql);
    this.#subscriptions = new SubscriptionRows(sql);
  }

  /** Takes a subscriber in, or renews it. Once this has ended it is kept, whatever stops. */
  async subscribe(topic: string, subscription: Subscription): Promise<Admission> {
    if (this.#row.url() === null) this.#row.open(topic, await directoryOf(this.env).register(topic));
    if (this.#row.isDropped(subscription.callback))
      return { kind: "denied", reason: "this hub does not serve that host" };
    const digest = await callbackDigest(subscription.callback);
    const errand = this.#storage.transactionSync(() => this.#subscriptions.place(digest, subscription));
    if (errand === null)
      return { kind: "denied", reason: "this hub has as many subscribers as it can serve" };
    await this.#run([errand]);
    return { kind: "done" };
  }

  async unsubscribe(leave: Leave): Promise<void> {
    const errand = this.#subscriptions.leave(await callbackDigest(leave.callback), leave);
    if (errand !== null) await this.#run([errand]);
  }

  async removed(leaves: readonly Leave[]): Promise<void> {
    const digests = await Promise.all(
      leaves.map(async ({ callback, at }) => ({ digest: await callbackDigest(callback), at })),
    );
    this.#storage.transactionSync(() => this.#subscriptions.free(digests));
  }

  /** Keeps a newer edition and has it delivered; without subscribers nothing is kept. */
  async publish(message: EditionMessage, bytes: Uint8Array): Promise<PublishAnswer> {
    const subscribers = this.#subscriptions.count();
    if (subscribers > 0 && message.edition > this.#editions.newest()) {
      this.#storage.transactionSync(() => {
        this.#editions.write(message, bytes);
        this.#row.wake(message.edition);
      });
      await this.#storage.setAlarm(AT_ONCE);
    }
    return { subscribers };
  }

  async newest(): Promise<Edition | null> {
    return this.#editions.read();
  }

  /** Does what an operator wants of a part of the shards. */
  async operate(message: ShardsMessage): Promise<ShardsAnswer> {
    const url = this.#row.url() ?? message.topic;
    if (message.do === "pause" || message.do === "resume") this.#row.pause(message.do === "pause");
    if (message.do === "drop" && message.host !== undefined) this.#row.drop(message.host);
    if (message.do === "allow" && message.host !== undefined) this.#row.allow(message.host);
    const numbers = this.#subscriptions.shards(message.from, SHARDS_A_RUN);
    const reports = await inLanes(numbers, (number) => shardOf(this.env, url, number).operate(message));
    if (message.do === "resume") await this.#storage.setAlarm(AT_ONCE);
    const next = numbers.length < SHARDS_A_RUN ? null : (numbers.at(-1) ?? null);
    return { edition: this.#editions.newest(), ...sumReports(reports), next };
  }

  /** Runs errands that were left, and wakes shards, forty a run. */
  override async alarm(): Promise<void> {
    const isRun = await this.#run(this.#subscriptions.errands());
    if (isRun && this.#subscriptions.errands().length > 0) await this.#storage.setAlarm(AT_ONCE);
    const { url, waking, woken, paused } = this.#row.read();
    if (url === null || waking === 0 || paused) return;
    const numbers = this.#subscriptions.shards(woken, SHARDS_A_RUN);
    try {
      await inLanes(numbers, (number) => shardOf(this.env, url, number).wake(waking));
    } catch (fault) {
      logFault("wake", fault, { topic: url });
      await this.#storage.setAlarm(Date.now() + RETRY_MS);
      return;
    }
    const isOver = numbers.length < SHARDS_A_RUN;
    // A newer edition that came meanwhile has begun anew.
    const isCurrent = this.#row.wokeUpTo(waking, isOver ? null : (numbers.at(-1) ?? 0));
    if (!isOver || !isCurrent) await this.#storage.setAlarm(AT_ONCE);
  }

  /** Tells shards what they are to be told; what cannot be told now is told later. Whether all was. */
  async #run(errands: readonly Errand[]): Promise<boolean> {
    const url = this.#row.url();
    if (url === null) return true;
    const place = { topic: url, paused: this.#row.read().paused };
    try {
      await inLanes(errands, async (errand) => {
        const { digest, shard, what } = errand;
        const object = shardOf(this.env, url, shard);
        if (what.kind === "join") await object.join(place, what.subscription);
        else await object.leave(what.leave);
        this.#storage.transactionSync(() => {
          if (what.kind === "leave") this.#subscriptions.free([{ digest, at: what.leave.at }]);
          this.#subscriptions.done(errand);
        });
      });
      return true;
    } catch (fault) {
      logFault("errand", fault, { topic: url });
      await this.#storage.setAlarm(Date.now() + RETRY_MS);
      return false;
    }
  }
}
