import type { Patch } from "../worker/bundle.ts";

/** Has shards count what they write. */
export const COUNTING: Patch = {
  file: "hub/shard/shard.ts",
  from: "this.#storage = state.storage;",
  to: "this.#storage = globalThis.counted(state.storage);",
};

/** What counts: each write is a line of the log, an alarm a row of it. Text, since it runs inside workerd. */
export const COUNTED_STORAGE = `
globalThis.counted = (storage) => {
  const told = (written) => written > 0 && console.log(JSON.stringify({ hub: "rows", written }));
  const bound = (target, name) => {
    const value = Reflect.get(target, name, target);
    return typeof value === "function" ? value.bind(target) : value;
  };
  const sql = new Proxy(storage.sql, {
    get: (target, name) => name !== "exec" ? bound(target, name) : (...given) => {
      const cursor = target.exec(...given);
      told(cursor.rowsWritten);
      return cursor;
    },
  });
  return new Proxy(storage, {
    get: (target, name) => {
      if (name === "setAlarm") told(1);
      return name === "sql" ? sql : bound(target, name);
    },
  });
};
`;
