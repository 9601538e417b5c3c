/** Writes one structured line for the operator's logs: what failed, for which path, and why. No stack. */
export function logFault({ name, message, cause }: Error, pathname: string): void {
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
