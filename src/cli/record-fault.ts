// Tells what is wrong with the shape of a recorded case, before anything is judged.
import { ALL_SEMANTICS } from '../model/semantics.ts';
import { parseCidr } from '../net/cidr.ts';

type Fields = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value may stand for a whole number from `min` to `max`. */
const isWhole = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** What is wrong with a line's fields, its probes aside; undefined where it can be judged, or is of no known shape. */
export function recordFault(record: unknown): string | undefined {
  if (!isMap(record)) return 'not a JSON object';
  const { options, probes } = record;
  for (const name of ['manifests', 'manifest', 'selector', 'text', 'base64']) {
    if (name in record && typeof record[name] !== 'string') return `\`${name}\` must be a string`;
  }
  if (('manifest' in record || 'selector' in record) && typeof record.valid !== 'boolean')
    return '`valid` must be true or false';
  if ('selector' in record) return selectorFault(record);
  if ('manifests' in record && !Array.isArray(probes)) return '`probes` must be a list';
  if (options === undefined || options === null) return undefined;
  return isMap(options) ? optionsFault(options) : '`options` must be an object';
}

function selectorFault({ labels, valid, match }: Fields): string | undefined {
  const given = labels ?? {};
  if (!isMap(given) || Object.values(given).some((value) => typeof value !== 'string'))
    return '`labels` must be a map of strings';
  return valid === true && typeof match !== 'boolean' ? '`match` must be true or false' : undefined;
}

function optionsFault({ semantics, podCIDRs, pending }: Fields): string | undefined {
  if (semantics !== undefined && semantics !== null && !ALL_SEMANTICS.some((known) => known === semantics))
    return `\`options.semantics\` must be one of ${ALL_SEMANTICS.join(', ')}`;
  const given = podCIDRs ?? [];
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'string' || !parseCidr(one)))
    return '`options.podCIDRs` must be a list of CIDRs';
  if (pending !== undefined && pending !== null && typeof pending !== 'boolean')
    return '`options.pending` must be true or false';
  return undefined;
}

export function probeFault(probe: unknown): string | undefined {
  if (!isMap(probe)) return 'a probe must be an object';
  const { protocol, port, allowed } = probe;
  for (const name of ['src', 'dst', 'protocol']) {
    if (typeof probe[name] !== 'string') return `\`${name}\` must be a string`;
  }
  if (typeof allowed !== 'boolean') return '`allowed` must be true or false';
  const hasPort = ['TCP', 'UDP', 'SCTP'].includes(String(protocol).toUpperCase());
  if (hasPort && !isWhole(port, 1, 65535)) return '`port` must be a number from 1 to 65535';
  return undefined;
}
