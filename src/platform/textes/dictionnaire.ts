// The shape that a translation must fill: the same keys as the French dictionary, any text.
export type Traduction<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Traduction<T[K]>;
};
