/** The tables of a shard. */
export const SHARD_SCHEMA = `
  CREATE TABLE IF NOT EXISTS shard (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    topic TEXT NOT NULL,
    paused INTEGER NOT NULL,
    -- The pass that is under way, or the last one: see pass.ts.
    base INTEGER NOT NULL DEFAULT 0,
    target INTEGER NOT NULL DEFAULT 0,
    start INTEGER NOT NULL DEFAULT 0,
    cursor INTEGER NOT NULL DEFAULT 0,
    lap INTEGER NOT NULL DEFAULT 0
  );
  -- "joined" is the newest edition at the time of the subscription: what was sent since, came.
  CREATE TABLE IF NOT EXISTS subscriber (
    id INTEGER PRIMARY KEY,
    callback TEXT NOT NULL UNIQUE,
    secret TEXT,
    expires INTEGER NOT NULL,
    at INTEGER NOT NULL,
    joined INTEGER NOT NULL
  );
  -- Who was not reached: the edition it has, the one that was tried, how often, and when again.
  CREATE TABLE IF NOT EXISTS late (
    id INTEGER PRIMARY KEY,
    had INTEGER NOT NULL,
    tried INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due INTEGER,
    reason TEXT NOT NULL
  );
  -- Who is to be told that it is denied.
  CREATE TABLE IF NOT EXISTS farewell (callback TEXT PRIMARY KEY, at INTEGER NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
`;
