/** Writes one structured line for the operator's logs: what failed, for which path, and why. No stack. */
export function logFault(fault: unknown, pathname: string): void {
  const { name, message, cause } = fault instanceof Error ? fault : new Error(String(fault));
  const because = cause instanceof Error ? cause.message : undefined;
  console.error(JSON.stringify({ level: "error", name, message, because, path: pathname.slice(0, 600) }));
}
