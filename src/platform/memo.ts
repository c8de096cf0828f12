// Remembers what a pure and slow formatting gave (Intl, telephones): pages ask for the same few values.

const ENTRIES_MAX = 5_000;

/** The function with a bounded memory; when full, it forgets everything and starts again. */
export function memo<K extends string | number, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size >= ENTRIES_MAX) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
