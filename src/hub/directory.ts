import { DurableObject } from "cloudflare:workers";
import type { PolicyChange, TopicsAnswer } from "../representation/hub-message.ts";
import type { DirectoryObject, HubBindings, Policy } from "./objects/bindings.ts";

/** The one directory of a site: which topics somebody subscribed to, and what operators said of all. */
export class HubDirectory extends DurableObject<HubBindings> implements DirectoryObject {
  readonly #sql: SqlStorage;

  constructor(state: DurableObjectState, env: HubBindings) {
    super(state, env);
    this.#sql = state.storage.sql;
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

  #policy(): Policy {
    return {
      paused: this.#texts("SELECT CAST(since AS TEXT) AS text FROM paused").length > 0,
      dropped: this.#texts("SELECT host AS text FROM dropped ORDER BY host"),
    };
  }

  #texts(query: string): string[] {
    return this.#sql
      .exec<{ text: string }>(query)
      .toArray()
      .map(({ text }) => text);
  }
}
