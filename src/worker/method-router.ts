import type { Router } from "hono/router";

/**
 * Routes by method alone: where a path leads is for the store to say. Half the size of hono's smallest
 * router, which knows patterns of paths. One handler answers, so that hono need not compose several
 * for each request: there is no middleware.
 */
export function methodRouter<T>(): Router<T> {
  const handlers = new Map<string, T>();
  return {
    name: "method",
    add(method, _path, handler) {
      handlers.set(method, handler);
    },
    match(method) {
      const handler = handlers.get(method);
      return [handler ? [[handler, {}]] : []];
    },
  };
}
