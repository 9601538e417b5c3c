/** Writes one structured line for the operator's logs. Of callbacks the host alone: the rest is secret. */
export function log(event: string, facts: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ level: "info", hub: event, ...facts }));
}

/** The same for what should not happen. */
export function logFault(event: string, fault: unknown, facts: Readonly<Record<string, unknown>> = {}): void {
  const { name, message } = fault instanceof Error ? fault : new Error(String(fault));
  console.error(JSON.stringify({ level: "error", hub: event, name, message, ...facts }));
}
