import type { Stage } from "./json-reports.ts";
import { STAGES } from "./report.ts";

/** Adds up what each stage of a bake takes. `clock` gives milliseconds. */
export class Stopwatch {
  readonly #clock: () => number;
  readonly #started: number;
  readonly #spent = new Map<Stage, number>();

  constructor(clock: () => number) {
    this.#clock = clock;
    this.#started = clock();
  }

  add(stage: Stage, milliseconds: number): void {
    this.#spent.set(stage, (this.#spent.get(stage) ?? 0) + milliseconds);
  }

  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const started = this.#clock();
    try {
      return await work();
    } finally {
      this.add(stage, this.#clock() - started);
    }
  }

  /** Whole milliseconds by stage; `total` is the time since the start. */
  read(): Record<Stage, number> {
    this.#spent.set("total", this.#clock() - this.#started);
    return Object.fromEntries(
      STAGES.map((stage) => [stage, Math.round(this.#spent.get(stage) ?? 0)]),
    ) as Record<Stage, number>;
  }
}
