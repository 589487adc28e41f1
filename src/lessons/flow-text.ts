// A goal as one line: who, to whom, on which ports, and what must be.
import { type Assertion, portsWords } from '../resources/assertion.ts';

/** `dev/web → dev/db TCP/5432, allowed`. */
export function flowText({ from, to, ports, expect }: Pick<Assertion, 'from' | 'to' | 'ports' | 'expect'>): string {
  return `${from.text} → ${to.text} ${portsWords(ports) ?? 'every declared port'}, ${expect}`;
}
