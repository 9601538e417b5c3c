import type { Input } from "ky";

/**
 * Gives an answer once all of it is there. So one that breaks off, or trickles in for ever, is a
 * fault of the request, which ky tries again; it does not for a body that is read later.
 */
export async function fetchWhole(request: Input, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, init);
  return new Response(await response.arrayBuffer(), response);
}

/** Gives an answer without its body, which may be a film; what tells of an error is short. */
export async function fetchFields(request: Input, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, init);
  if (!response.ok) return new Response(await response.arrayBuffer(), response);
  await response.body?.cancel();
  return new Response(null, response);
}
