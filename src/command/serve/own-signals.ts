/** By which a process is told to stop. */
export const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Starts something that would end the process on a signal, as Miniflare does, and keeps it from that:
 * a process of several parts has to end them in order.
 */
export async function keepingSignals<T>(start: () => Promise<T>): Promise<T> {
  const refuse = (event: string | symbol, listener: NodeJS.SignalsListener) => {
    const signal = STOP_SIGNALS.find((one) => one === event);
    if (signal) queueMicrotask(() => process.removeListener(signal, listener));
  };
  process.on("newListener", refuse);
  try {
    return await start();
  } finally {
    process.removeListener("newListener", refuse);
  }
}
