/**
 * The tables of a topic. "waking" is the edition that shards are to be woken for, "woken" the last one that
 * was; "subscription" says who is where, by the digest of the callback, and "errand" what a shard is still
 * to be told. Words about it stand here: those in the text would be deployed.
 */
export const TOPIC_SCHEMA = `
  CREATE TABLE IF NOT EXISTS topic (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    url TEXT NOT NULL,
    paused INTEGER NOT NULL,
    waking INTEGER NOT NULL DEFAULT 0,
    woken INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS edition (one INTEGER PRIMARY KEY CHECK (one = 1), head TEXT NOT NULL, index_bytes INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS part (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS subscription (digest TEXT PRIMARY KEY, shard INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS shard (number INTEGER PRIMARY KEY, filled INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS unfilled ON shard (number) WHERE filled < 250;
  CREATE TABLE IF NOT EXISTS errand (digest TEXT PRIMARY KEY, shard INTEGER NOT NULL, what TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS dropped (host TEXT PRIMARY KEY) WITHOUT ROWID;
`;

/** How many subscribers a shard holds; the index `unfilled` knows it too. */
export const SHARD_SUBSCRIBERS = 250;
