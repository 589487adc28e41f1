// As much of JSON Schema (draft 4) as the schema of SARIF uses: what is wrong with a value, each with its place.

type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemas = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isObject) : []);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return type === 'object' ? isObject(value) : typeof value === type;
}

/** Keywords that `wrongWith` knows, and those that say nothing about a value. */
const known: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'oneOf', 'anyOf', 'properties', 'additionalProperties', 'required', 'items'],
  ...['minItems', 'uniqueItems', 'minimum', 'maximum', 'pattern', 'format'],
  ...['$schema', 'id', 'title', 'description', 'default', 'definitions'],
]);

export class JsonSchema {
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** Empty for a valid value. Throws for a keyword that is not implemented. */
  errors(value: unknown): readonly string[] {
    return [...this.#wrongWith(value, this.#root, '$')];
  }

  #definition(reference: string): Schema {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), this.#root);
    if (!isObject(found)) throw new Error(`no definition ${reference}`);
    return found;
  }

  *#wrongWith(value: unknown, schema: Schema, place: string): Generator<string> {
    const strange = Object.keys(schema).find((keyword) => !known.has(keyword));
    if (strange !== undefined) throw new Error(`${strange} is not implemented`);
    if (typeof schema.$ref === 'string') yield* this.#wrongWith(value, this.#definition(schema.$ref), place);
    if (typeof schema.type === 'string' && !hasType(value, schema.type)) yield `${place} is no ${schema.type}`;
    if (Array.isArray(schema.enum) && !schema.enum.includes(value)) yield `${place} is none of ${schema.enum.join()}`;
    const fitting = (some: unknown): number =>
      schemas(some).filter((one) => this.#wrongWith(value, one, place).next().done).length;
    if (schema.oneOf && fitting(schema.oneOf) !== 1) yield `${place} fits ${fitting(schema.oneOf)} of oneOf`;
    if (schema.anyOf && fitting(schema.anyOf) === 0) yield `${place} fits none of anyOf`;
    if (isObject(value)) yield* this.#wrongFields(value, schema, place);
    if (Array.isArray(value)) yield* this.#wrongItems(value, schema, place);
    if (typeof value === 'number' && value < Number(schema.minimum)) yield `${place} is below ${schema.minimum}`;
    if (typeof value === 'number' && value > Number(schema.maximum)) yield `${place} is above ${schema.maximum}`;
    if (typeof value === 'string') yield* wrongText(value, schema, place);
  }

  *#wrongFields(value: Schema, schema: Schema, place: string): Generator<string> {
    const properties = isObject(schema.properties) ? schema.properties : {};
    for (const name of texts(schema.required)) if (!(name in value)) yield `${place} lacks ${name}`;
    for (const [name, own] of Object.entries(value)) {
      const property = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
      if (property === false) yield `${place} must not have ${name}`;
      if (isObject(property)) yield* this.#wrongWith(own, property, `${place}.${name}`);
    }
  }

  *#wrongItems(value: readonly unknown[], schema: Schema, place: string): Generator<string> {
    if (value.length < Number(schema.minItems ?? 0)) yield `${place} has fewer than ${schema.minItems} items`;
    if (schema.uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
      yield `${place} has an item twice`;
    if (!isObject(schema.items)) return;
    for (const [at, item] of value.entries()) yield* this.#wrongWith(item, schema.items, `${place}[${at}]`);
  }
}

function* wrongText(value: string, { pattern, format }: Schema, place: string): Generator<string> {
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) yield `${place} does not match ${pattern}`;
  const isUri = (): boolean => URL.canParse(value, 'https://example.com/') && !/[\s<>"{}|\\^`]/.test(value);
  if ((format === 'uri' || format === 'uri-reference') && !isUri()) yield `${place} is no ${format}`;
}
