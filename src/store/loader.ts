/** Writes and reads that are under way at a time inside workerd. */
const IN_FLIGHT = 32;

/**
 * The worker that works the local KV from inside workerd. It is text because it runs there, not
 * here. `put` takes what `packBatch` packs; the other verbs take JSON. A verb is asked for below the
 * path `DOOR`, which only the process that started it knows: any web page may send to this machine.
 */
export const LOADER_SCRIPT = `
async function inParallel(items, work) {
  let next = 0;
  const lane = async () => { while (next < items.length) await work(items[next++]); };
  await Promise.all(Array.from({ length: ${IN_FLIGHT} }, lane));
}

function unpack(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const list = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let offset = 4 + length;
  return list.map(([key, metadata, size]) => {
    const value = new Uint8Array(buffer, offset, size);
    offset += size;
    return { key, metadata, value };
  });
}

const VERBS = {
  __proto__: null,
  async put(kv, request) {
    await inParallel(unpack(await request.arrayBuffer()), ({ key, metadata, value }) => kv.put(key, value, { metadata }));
    return new Response("done");
  },
  async get(kv, request) {
    const { value, metadata } = await kv.getWithMetadata(await request.json(), "stream");
    if (value === null) return new Response(null, { status: 404 });
    return new Response(value, { headers: { metadata: encodeURIComponent(JSON.stringify(metadata)) } });
  },
  async texts(kv, request) {
    const keys = await request.json();
    const texts = [];
    await inParallel(keys.entries().toArray(), async ([index, key]) => { texts[index] = await kv.get(key, "text"); });
    return Response.json(texts);
  },
  async delete(kv, request) {
    await inParallel(await request.json(), (key) => kv.delete(key));
    return new Response("done");
  },
  async list(kv, request) {
    const { prefix, cursor } = await request.json();
    const page = await kv.list({ prefix, cursor });
    return Response.json({ keys: page.keys, cursor: page.list_complete ? null : page.cursor });
  },
};

const OBJECTS = {
  __proto__: null,
  async size(media, request) {
    const { key } = await request.json();
    const found = await media.head(key);
    return found ? Response.json(found.size) : new Response(null, { status: 404 });
  },
  async keep(media, request) {
    const { key, type, size, sha256 } = JSON.parse(decodeURIComponent(request.headers.get("object")));
    const body = request.body.pipeThrough(new FixedLengthStream(size));
    await media.put(key, body, { sha256, httpMetadata: { contentType: type } });
    return new Response("done");
  },
  async remove(media, request) {
    await media.delete(await request.json());
    return new Response("done");
  },
};

export default {
  async fetch(request, env) {
    try {
      const { pathname } = new URL(request.url);
      const name = pathname.startsWith(env.DOOR) ? pathname.slice(env.DOOR.length) : "";
      if (OBJECTS[name]) return await OBJECTS[name](env.MEDIA, request);
      return VERBS[name] ? await VERBS[name](env.DOCUMENTS, request) : new Response("no such verb", { status: 403 });
    } catch (error) {
      return new Response(String(error?.message ?? error), { status: 500 });
    }
  },
};
`;
