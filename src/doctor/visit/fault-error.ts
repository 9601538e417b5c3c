import type { Fault } from "./exchange.ts";

/** A request that came to nothing for a reason of ours. */
export class FaultError extends Error {
  override readonly name = "FaultError";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.what);
    this.fault = fault;
  }
}
