/** Articles a shard holds, so that one new article rewrites one shard and the head. */
export const SHARD_SIZE = 1000;
