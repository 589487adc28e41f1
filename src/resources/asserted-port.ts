// The ports of asserted flows as they are written: `TCP/8080`, `UDP/8000-8010`, `ICMP`, `all`.

/** Ports of one protocol; without them its messages, or an echo request of ICMP. */
export interface AssertedPort {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP' | 'ICMP' | 'ICMPv6';
  /** Inclusive, 1–65535. */
  readonly ports?: { readonly from: number; readonly to: number };
}

const TRANSPORTS = ['TCP', 'UDP', 'SCTP'] as const;
const MESSAGES = ['ICMP', 'ICMPv6'] as const;
const MAX_PORT = 65_535;

const isPort = (value: number): boolean => value >= 1 && value <= MAX_PORT;

const called = <Name extends string>(names: readonly Name[], text: string): Name | undefined =>
  names.find((one) => one.toLowerCase() === text.toLowerCase());

/** Undefined where it is no port. */
export function readPort(text: string): AssertedPort | undefined {
  const [, word = '', first, last = first] =
    /^\s*([A-Za-z0-9]+)(?:\s*[/ ]\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?)?\s*$/.exec(text) ?? [];
  const message = called(MESSAGES, word);
  if (message && first === undefined) return { protocol: message };
  const protocol = called(TRANSPORTS, word);
  const [from, to] = [Number(first), Number(last)];
  return protocol && isPort(from) && isPort(to) && from <= to ? { protocol, ports: { from, to } } : undefined;
}

/** `TCP/8080`, `TCP/8000-8010`, `ICMP`. */
export function portWords({ protocol, ports }: AssertedPort): string {
  if (!ports) return protocol;
  return `${protocol}/${ports.from}${ports.to === ports.from ? '' : `-${ports.to}`}`;
}

/** What a number without a protocol most likely means. */
export function likelyPort(text: string): string | undefined {
  const number = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return isPort(number) ? `TCP/${number}` : undefined;
}
