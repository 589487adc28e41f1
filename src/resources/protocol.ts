// Reads a transport protocol: exactly TCP, UDP or SCTP.
import { type Field, readString, rejectUnsupported } from './field.ts';
import type { Protocol } from './resource.ts';

const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** Undefined where the field is missing (the API defaults it to TCP) or wrong (which is reported). */
export function readProtocol(field: Field | undefined): Protocol | undefined {
  const written = readString(field);
  const protocol = PROTOCOLS.find((known) => known === written);
  if (field && written !== undefined && !protocol) rejectUnsupported(field, written, PROTOCOLS);
  return protocol;
}
