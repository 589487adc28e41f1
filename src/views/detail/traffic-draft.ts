// What of a flow's traffic is typed in the form, as texts, and the query it makes.
import type { FlowQuery } from '../../engine/explanation.ts';

export interface TrafficDraft {
  /** `TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, or `number`. */
  readonly protocol: string;
  readonly port: string;
  readonly icmpType: string;
  readonly icmpCode: string;
  /** IANA number, for `number`. */
  readonly number: string;
}

/** In the order of the form; the last one asks for a number. */
export const protocolChoices = ['TCP', 'UDP', 'SCTP', 'ICMP', 'ICMPv6', 'number'] as const;

export function trafficDraft(query: FlowQuery): TrafficDraft {
  const isNumber = /^\d+$/.test(query.protocol);
  return {
    protocol: isNumber ? 'number' : query.protocol,
    port: String(query.port ?? 80),
    icmpType: String(query.icmpType ?? (query.protocol === 'ICMPv6' ? 128 : 8)),
    icmpCode: String(query.icmpCode ?? 0),
    number: isNumber ? query.protocol : '47',
  };
}

/** Undefined where a number is none or out of its range. */
export function trafficOfDraft(draft: TrafficDraft): Omit<FlowQuery, 'from' | 'to'> | undefined {
  const { protocol } = draft;
  if (protocol === 'number') {
    const number = within(draft.number, 1, 255);
    return number === undefined ? undefined : { protocol: String(number) };
  }
  if (protocol === 'ICMP' || protocol === 'ICMPv6') {
    const icmpType = within(draft.icmpType, 0, 255);
    const icmpCode = within(draft.icmpCode, 0, 255);
    return icmpType === undefined || icmpCode === undefined ? undefined : { protocol, icmpType, icmpCode };
  }
  const port = within(draft.port, 1, 65535);
  return port === undefined ? undefined : { protocol, port };
}

function within(text: string, from: number, to: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text.trim()) && value >= from && value <= to ? value : undefined;
}
