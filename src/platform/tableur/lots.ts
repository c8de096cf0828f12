// What an export is given to write: rows of texts by batches, so that nothing holds them all (design §6.10).
export type Lots = AsyncIterable<readonly (readonly string[])[]>;
