/** Writes one structured line for the operator's logs: what failed, for which path, and why. No stack. */
export function logFault(fault: unknown, pathname: string): void {
  const { name, message, cause } = fault instanceof Error ? fault : new Error(String(fault));
  console.error(
    JSON.stringify({
      level: "error",
      name,
      message,
      because: cause && `${cause}`,
      path: pathname.slice(0, 600),
    }),
  );
}
