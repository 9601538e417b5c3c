/**
 * A cache in memory that speaks what workerd's Cache API asks of a service: GET for `match`, PUT with a
 * whole HTTP message for `put`. Nothing in it grows old, so that the worker's own clock decides.
 */
export const CACHE_SERVICE = `const kept = new Map();
const HEAD_END = [13, 10, 13, 10];
export default {
  async fetch(request) {
    const name = request.headers.get("cf-cache-namespace") + " " + request.url;
    if (request.method === "PUT") {
      const message = new Uint8Array(await request.arrayBuffer());
      const end = message.findIndex((_, at) => HEAD_END.every((byte, place) => message[at + place] === byte));
      const [, ...lines] = new TextDecoder().decode(message.subarray(0, end)).split("\\r\\n");
      const fields = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]);
      if (fields.some(([field]) => /^transfer-encoding$/i.test(field))) return new Response(null, { status: 413 });
      kept.set(name, { fields: [...fields, ["cf-cache-status", "HIT"]], body: message.slice(end + 4) });
      return new Response(null, { status: 204 });
    }
    const found = kept.get(name);
    if (found) return new Response(found.body, { headers: found.fields });
    return new Response(null, { status: 504, headers: { "cf-cache-status": "MISS" } });
  },
};
`;
