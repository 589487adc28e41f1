// Checks data of unknown origin (links, pages, answers of servers) field by field; what is not as it should be makes the whole unreadable.

/** Gives the value as what it should be; undefined where it is not. */
export type Shape<Value> = (value: unknown) => Value | undefined;

export const text =
  (most: number): Shape<string> =>
  (value) =>
    typeof value === 'string' && value.length <= most ? value : undefined;

export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const number: Shape<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const whole =
  (least: number, most: number): Shape<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;

export const oneOf =
  <Value extends string>(...values: readonly Value[]): Shape<Value> =>
  (value) =>
    values.find((known) => known === value);

export const listOf =
  <Value>(item: Shape<Value>, most: number): Shape<readonly Value[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const items = value.map(item);
    return items.every((one) => one !== undefined) ? items : undefined;
  };

type Fields = Readonly<Record<string, Shape<unknown>>>;
type ValueOf<Any> = Any extends Shape<infer Value> ? Value : never;
type Required<All extends Fields> = { readonly [Key in keyof All]: ValueOf<All[Key]> };
type Optional<All extends Fields> = { readonly [Key in keyof All]?: ValueOf<All[Key]> };

/** An object with all of `must`, any of `may`, and nothing else that is looked at. */
export function fields<Must extends Fields, May extends Fields>(
  must: Must,
  may: May,
): Shape<Required<Must> & Optional<May>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = new Map<string, unknown>(Object.entries(value));
    const read: Record<string, unknown> = {};
    for (const [key, shape] of [...Object.entries(must), ...Object.entries(may)]) {
      if (!given.has(key) && !Object.hasOwn(must, key)) continue;
      const field = shape(given.get(key));
      if (field === undefined) return undefined;
      read[key] = field;
    }
    return read as Required<Must> & Optional<May>;
  };
}
