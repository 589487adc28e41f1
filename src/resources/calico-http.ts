// Checks the HTTP part of a Calico rule, which only application-layer policy evaluates.
import { type Field, readList, readString, rejectAt, rejectValue } from './field.ts';
import { readMap } from './map-fields.ts';
import { quoteText } from './value-words.ts';

const HTTP = new Set(['methods', 'paths']);
const PATH = new Set(['exact', 'prefix']);

/** Reports what is wrong with `http`. */
export function checkHttp(field: Field): void {
  const fields = readMap(field, HTTP);
  const seen = new Set<string>();
  for (const item of readList(fields?.get('methods'))) {
    const method = readString(item);
    if (method === undefined) continue;
    if (seen.has(method)) {
      rejectAt(item, `Duplicate value: ${quoteText(method)}: Invalid methods (duplicates)`, { advice: 'Remove it.' });
    }
    seen.add(method);
  }
  for (const item of readList(fields?.get('paths'))) checkPath(item);
}

function checkPath(item: Field): void {
  const fields = readMap(item, PATH);
  if (!fields) return;
  const [exact, prefix] = [fields.get('exact'), fields.get('prefix')];
  const written = [exact, prefix].filter((field) => readString(field));
  const [path, second] = written;
  if (!path || second) {
    const [why, advice] = second
      ? ["Both 'exact' and 'prefix' are set", 'Make them two items of the list.']
      : ["Either 'exact' or 'prefix' must be set", 'Write `prefix: /` for every path.'];
    rejectAt(item, `Invalid path match. ${why}`, { advice });
    return;
  }
  const text = path.value.kind === 'string' ? path.value.value : '';
  if (text.startsWith('/') && !/[? #]/.test(text)) return;
  const advice = 'Write the path alone, from its first `/` on.';
  rejectValue(path, text, 'Invalid path: it must start with `/` and not contain `?`, `#` or a blank', advice);
}
