/**
 * The tables of a shard: the pass that is under way, or the last one (pass.ts); its subscribers, of whom
 * "joined" is the newest edition at the time of the subscription, since what was sent after it came; who was
 * not reached ("late"), with the edition it has, the one that was tried, how often, and when again; and who is
 * to be told that it is denied ("farewell"). Words in the text itself would be deployed.
 */
export const SHARD_SCHEMA = `
  CREATE TABLE IF NOT EXISTS shard (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    topic TEXT NOT NULL,
    paused INTEGER NOT NULL,
    base INTEGER NOT NULL DEFAULT 0,
    target INTEGER NOT NULL DEFAULT 0,
    start INTEGER NOT NULL DEFAULT 0,
    cursor INTEGER NOT NULL DEFAULT 0,
    lap INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS subscriber (
    id INTEGER PRIMARY KEY,
    callback TEXT NOT NULL UNIQUE,
    secret TEXT,
    expires INTEGER NOT NULL,
    at INTEGER NOT NULL,
    joined INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS late (
    id INTEGER PRIMARY KEY,
    had INTEGER NOT NULL,
    tried INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due INTEGER,
    reason TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS farewell (callback TEXT PRIMARY KEY, at INTEGER NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
`;
