// Reads the ICMP part of a Calico rule.
import type { IcmpMatch } from './calico-resource.ts';
import { type Field, readInt32, rejectAt } from './field.ts';
import { readMap } from './map-fields.ts';

const ICMP_FIELDS = new Set(['type', 'code']);

/** `icmp` or `notICMP`; undefined where absent. */
export function readIcmp(field: Field | undefined): IcmpMatch | undefined {
  const fields = readMap(field, ICMP_FIELDS);
  if (!field || !fields) return undefined;
  const type = readByte(fields.get('type'), 254);
  const code = readByte(fields.get('code'), 255);
  if (fields.get('code') && !fields.get('type')) {
    const advice = 'Add `type`, or remove `code`.';
    rejectAt(field, 'ICMP code specified without an ICMP type', { advice });
  }
  return { type, code };
}

function readByte(field: Field | undefined, max: number): number | undefined {
  const value = readInt32(field);
  if (!field || value === undefined || (value >= 0 && value <= max)) return value;
  const bound = value < 0 ? 'greater than or equal to 0' : `less than or equal to ${max}`;
  rejectAt(field, `Invalid value: ${value}: should be ${bound}`, { advice: `Write a number from 0 to ${max}.` });
  return undefined;
}
