/** By which a process is told to stop. */
export const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts something that would end the process on a signal, as Miniflare does, and takes that from it:
 * a process of several parts has to end them in order.
 */
export async function keepingSignals<T>(start: () => Promise<T>): Promise<T> {
  const own = new Set(STOP_SIGNALS.flatMap((signal) => process.rawListeners(signal)));
  try {
    return await start();
  } finally {
    for (const signal of STOP_SIGNALS) {
      for (const listener of process.rawListeners(signal)) {
        if (!own.has(listener)) process.removeListener(signal, listener as NodeJS.SignalsListener);
      }
    }
  }
}
