import { DurableObject } from "cloudflare:workers";
import type { PolicyChange, ReleasesMessage, TopicsAnswer } from "../representation/hub-message.ts";
import type { DirectoryObject, HubBindings, Policy } from "./objects/bindings.ts";
import { topicOf } from "./objects/bindings.ts";
import { logFault } from "./objects/log.ts";
import type { OpenedRelease } from "./releases/open-release.ts";
import { openRelease } from "./releases/open-release.ts";
import type { DueRelease } from "./releases/release-rows.ts";
import { ReleaseRows } from "./releases/release-rows.ts";

/** How many feeds are read in one run, which may make 50 requests. */
const RELEASES_A_RUN = 20;

/** KV may show what was sealed just before its instant some minutes later. */
const RETRY_SECONDS = 15;
const PATIENCE_SECONDS = 600;

/** The one directory of a site: which topics somebody subscribed to, and what operators said of all. */
export class HubDirectory extends DurableObject<HubBindings> implements DirectoryObject {
  readonly #sql: SqlStorage;
  readonly #storage: DurableObjectStorage;
  readonly #releases: ReleaseRows;

  constructor(state: DurableObjectState, env: HubBindings) {
    super(state, env);
    this.#storage = state.storage;
    this.#sql = state.storage.sql;
    this.#releases = new ReleaseRows(this.#sql);
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS topic (url TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS dropped (host TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS paused (since INTEGER PRIMARY KEY);
    `);
  }

  /** Notes a topic that has its first subscriber; gives what operators said before. */
  async register(topic: string): Promise<Policy> {
    this.#sql.exec("INSERT OR IGNORE INTO topic VALUES (?)", topic);
    return this.#policy();
  }

  /** What is known, after a change that is meant for every topic, those to come as well. */
  async topics({ paused, drop, allow }: PolicyChange): Promise<TopicsAnswer> {
    if (drop !== undefined) this.#sql.exec("INSERT OR IGNORE INTO dropped VALUES (?)", drop);
    if (allow !== undefined) this.#sql.exec("DELETE FROM dropped WHERE host = ?", allow);
    if (paused !== undefined) this.#sql.exec("DELETE FROM paused");
    if (paused === true) this.#sql.exec("INSERT INTO paused VALUES (?)", Date.now());
    return { topics: this.#texts("SELECT url AS text FROM topic ORDER BY url"), ...this.#policy() };
  }

  /** Notes which feeds change by themselves: subscribers hear of it at that second. */
  async release(message: ReleasesMessage): Promise<void> {
    this.#storage.transactionSync(() => this.#releases.replace(message, Math.floor(Date.now() / 1000)));
    await this.#schedule();
  }

  /** Reads what has opened, and hands it to its topics as a publish does. */
  override async alarm(): Promise<void> {
    const now = Math.floor(Date.now() / 1000);
    for (const due of this.#releases.due(now, RELEASES_A_RUN)) {
      const isKnown = this.#texts("SELECT url AS text FROM topic WHERE url = ?", due.topic).length > 0;
      const opened = isKnown ? await this.#open(due, now) : null;
      if (opened !== null && opened.message.edition < due.at && now - due.at < PATIENCE_SECONDS) {
        this.#releases.postpone(due, now + RETRY_SECONDS);
        continue;
      }
      if (opened !== null) await topicOf(this.env, due.topic).publish(opened.message, opened.bytes);
      this.#releases.done(due);
    }
    await this.#schedule();
  }

  /** What cannot be read will not be read later either: the next publish says it again. */
  async #open(due: DueRelease, now: number): Promise<OpenedRelease | null> {
    try {
      return await openRelease(due, this.env.DOCUMENTS, now);
    } catch (fault) {
      logFault("release", fault, { topic: due.topic });
      return null;
    }
  }

  async #schedule(): Promise<void> {
    const next = this.#releases.next();
    if (next === null) await this.#storage.deleteAlarm();
    else await this.#storage.setAlarm(next * 1000);
  }

  #policy(): Policy {
    return {
      paused: this.#texts("SELECT CAST(since AS TEXT) AS text FROM paused").length > 0,
      dropped: this.#texts("SELECT host AS text FROM dropped ORDER BY host"),
    };
  }

  #texts(query: string, ...values: readonly string[]): string[] {
    return this.#sql
      .exec<{ text: string }>(query, ...values)
      .toArray()
      .map(({ text }) => text);
  }
}
