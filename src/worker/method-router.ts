import type { Result, Router } from "hono/router";

/**
 * Routes by method alone: where a path leads is for the store to say. Half the size of hono's smallest
 * router, which knows patterns of paths.
 */
export class MethodRouter<T> implements Router<T> {
  readonly name = "MethodRouter";
  readonly #handlers: (readonly [method: string, handler: T])[] = [];

  add(method: string, _path: string, handler: T): void {
    this.#handlers.push([method, handler]);
  }

  match(method: string): Result<T> {
    const found = this.#handlers.filter(([own]) => own === method || own === "ALL");
    return [found.map(([, handler]) => [handler, {}])];
  }
}
