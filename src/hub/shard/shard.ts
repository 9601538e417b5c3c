import { DurableObject } from "cloudflare:workers";
import type { ShardsMessage } from "../../representation/hub-message.ts";
import { tellDenial } from "../callback/tell-denial.ts";
import type {
  HubBindings,
  Leave,
  ShardObject,
  ShardPlace,
  ShardReport,
  Subscription,
} from "../objects/bindings.ts";
import { topicOf } from "../objects/bindings.ts";
import { inLanes } from "../objects/lanes.ts";
import { log, logFault } from "../objects/log.ts";
import { deliver } from "./deliver.ts";
import { Distribution } from "./distribution.ts";
import { OperatorRows } from "./operator-rows.ts";
import type { Pass } from "./pass.ts";
import { advance, begin } from "./pass.ts";
import type { Recipient } from "./recipient.ts";
import { ShardRows } from "./shard-rows.ts";
import { SHARD_SCHEMA } from "./shard-schema.ts";
import { shareOfRun } from "./share-of-run.ts";

/** How many callbacks a run meets at most: it may make 50 requests. */
const CALLBACKS_A_RUN = 40;

/** Of those that were late before, which may all be slow: they are not to keep a newer edition waiting. */
const LATE_A_RUN = 12;

/** In the past: an alarm at once. */
const AT_ONCE = 1;

/** After which what failed by itself is tried again. */
const RETRY_MS = 10_000;

/** At most 250 subscribers of a topic, whom it serves some thirty a run, and fewer where bodies are large. */
export class HubShard extends DurableObject<HubBindings> implements ShardObject {
  readonly #storage: DurableObjectStorage;
  readonly #rows: ShardRows;
  readonly #operators: OperatorRows;
  #newest: Distribution | null = null;

  constructor(state: DurableObjectState, env: HubBindings) {
    super(state, env);
    this.#storage = state.storage;
    this.#storage.sql.exec(SHARD_SCHEMA);
    this.#rows = new ShardRows(this.#storage.sql);
    this.#operators = new OperatorRows(this.#storage.sql);
  }

  async join(place: ShardPlace, subscription: Subscription): Promise<void> {
    this.#storage.transactionSync(() => this.#rows.join(place, subscription));
  }

  async leave(leave: Leave): Promise<void> {
    this.#storage.transactionSync(() => this.#rows.leave(leave));
  }

  async wake(edition: number): Promise<void> {
    const pass = this.#rows.pass();
    const next = begin(pass, edition);
    if (next !== pass) this.#rows.writePass(next);
    await this.#schedule();
  }

  async operate({ do: word, host = "" }: ShardsMessage): Promise<ShardReport> {
    if (word === "pause" || word === "resume") this.#rows.pause(word === "pause");
    const dropped = word === "drop" ? this.#storage.transactionSync(() => this.#operators.drop(host)) : 0;
    if (word !== "status") await this.#schedule();
    return { ...this.#operators.report(this.#rows.pass(), Date.now()), dropped };
  }

  /** One run: a part of what is to be done, then an alarm for the rest. */
  override async alarm(): Promise<void> {
    const known = this.#rows.read();
    if (known === null) return;
    try {
      await this.#sayFarewell(known.topic);
      if (!known.isPaused) await this.#run(known.topic);
      await this.#schedule();
    } catch (fault) {
      logFault("run", fault, { topic: known.topic });
      await this.#storage.setAlarm(Date.now() + RETRY_MS);
    }
  }

  async #run(topic: string): Promise<void> {
    if (!this.#isDue()) return;
    const distribution = await this.#distribution(topic);
    if (distribution === null) throw new Error("the topic has no edition");
    // Another edition may have come since this shard was woken.
    const pass = begin(this.#rows.pass(), distribution.number);
    const isPass = pass.lap !== 0;
    const nowMs = Date.now();
    const waiting = isPass
      ? this.#rows.inPass(pass, nowMs, CALLBACKS_A_RUN)
      : this.#rows.inQueue(pass.target, nowMs, LATE_A_RUN);
    const recipients = shareOfRun(waiting, ({ had }) => distribution.bodyFor(had, nowMs / 1000).byteLength);
    const isEnd = recipients.length === waiting.length && waiting.length < CALLBACKS_A_RUN;
    const outcomes = await inLanes(recipients, (to) => deliver(to, distribution));
    // All that is known of a run is written in one go: a run that is killed is made again as a whole.
    const gone = this.#storage.transactionSync(() => {
      const leaves = this.#rows.note(outcomes, distribution.number, Date.now());
      return isPass ? [...leaves, ...this.#advance(pass, recipients, isEnd)] : leaves;
    });
    const count = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length;
    const [delivered, failed] = [count("delivered"), count("failed")];
    log("run", { topic, edition: distribution.number, delivered, failed, gone: gone.length, late: !isPass });
    if (gone.length > 0) await topicOf(this.env, topic).removed(gone);
  }

  /** Goes on in the pass, unless a newer edition began another one meanwhile. Gives whose time is over. */
  #advance(pass: Pass, served: readonly Recipient[], isEnd: boolean): Leave[] {
    if (this.#rows.pass().target > pass.target) return [];
    const next = advance(pass, served.at(-1)?.id ?? 0, isEnd);
    this.#rows.writePass(next);
    return next.lap === 0 ? this.#rows.tidy(next.target, Date.now()) : [];
  }

  async #distribution(topic: string): Promise<Distribution | null> {
    if ((this.#newest?.number ?? 0) < this.#rows.pass().target || this.#newest === null) {
      const newest = await topicOf(this.env, topic).newest();
      this.#newest = newest && new Distribution(newest);
    }
    return this.#newest;
  }

  async #sayFarewell(topic: string): Promise<void> {
    const farewells = this.#operators.farewells(CALLBACKS_A_RUN);
    if (farewells.length === 0) return;
    await inLanes(farewells, ({ callback, reason }) => tellDenial(callback, topic, reason));
    this.#storage.transactionSync(() => this.#operators.said(farewells));
    await topicOf(this.env, topic).removed(farewells.map(({ callback, at }) => ({ callback, at })));
  }

  #isDue(): boolean {
    const pass = this.#rows.pass();
    return pass.lap !== 0 || (this.#rows.nextDue(pass.target, Date.now()) ?? Infinity) <= Date.now();
  }

  /** Sets the alarm to what is next: at once for a pass, later for who is late, never where nothing is left. */
  async #schedule(): Promise<void> {
    const { isPaused = false, pass = null } = this.#rows.read() ?? {};
    const isDue = this.#operators.farewells(1).length > 0 || (!isPaused && pass !== null && pass.lap !== 0);
    const due = isPaused || pass === null ? null : this.#rows.nextDue(pass.target, Date.now());
    if (isDue) await this.#storage.setAlarm(AT_ONCE);
    else if (due !== null) await this.#storage.setAlarm(due);
  }
}
