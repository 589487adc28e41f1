// Assertions: flows that must stay allowed or denied, kept in a file beside the manifests (`sluice/v1`, kind `Assertions`).
import { nearestName } from '../base/nearest-name.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type DocumentValue, entryOf, type MapValue, type Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import { entrySpan, textOf } from '../documents/value-parts.ts';

export const ASSERTIONS = { apiVersion: 'sluice/v1', kind: 'Assertions' } as const;

export interface Assertion {
  readonly name: string;
  /** `ns/name`, `ns/Kind/name`, an address, `set:NAME`, …; `to` may be `svc:NS/NAME`. */
  readonly from: string;
  readonly to: string;
  /** Undefined: every port that the destination declares. */
  readonly traffic: { readonly protocol: string; readonly port?: number } | undefined;
  readonly expect: 'allowed' | 'denied';
  readonly range: SourceRange;
}

export interface ReadAssertions {
  readonly assertions: readonly Assertion[];
  readonly diagnostics: readonly Diagnostic[];
}

const FIELDS = ['name', 'from', 'to', 'port', 'expect'] as const;
const TRANSPORTS = ['TCP', 'UDP', 'SCTP'];
const MESSAGES = ['ICMP', 'ICMPv6'];
const MAX_PORT = 65_535;

/** Reads the items of one document; one that is wrong is told of and left out, whatever the others are. */
class Reader {
  readonly assertions: Assertion[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #names = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  fault(span: Span, code: string, message: string, advice: string, replacement?: string): undefined {
    const range = { file: this.#file, start: span.start, end: Math.max(span.end, span.start + 1) };
    const edits =
      replacement === undefined ? [] : [{ file: this.#file, start: span.start, end: span.end, text: replacement }];
    const fixes = edits.length > 0 ? { fixes: [{ title: `Write \`${replacement}\``, edits }] } : {};
    this.diagnostics.push({ code, severity: 'error', message, advice, range, object: ASSERTIONS.kind, ...fixes });
    return undefined;
  }

  /** A text that must be there. */
  #text(item: MapValue, name: 'name' | 'from' | 'to'): string | undefined {
    const entry = entryOf(item, name);
    const text = textOf(entry?.value);
    if (text) return text;
    const message = entry ? `\`${name}\` must be a text` : `An assertion needs \`${name}\``;
    return this.fault(
      entry ? entrySpan(entry) : item,
      'required-field',
      message,
      `Write \`${name}\`, in quotes if it looks like a number.`,
    );
  }

  #expect(item: MapValue): Assertion['expect'] | undefined {
    const entry = entryOf(item, 'expect');
    const text = textOf(entry?.value);
    if (text === 'allowed' || text === 'denied') return text;
    const advice = 'Write `allowed` or `denied`.';
    if (!entry) return this.fault(item, 'required-field', 'An assertion needs `expect`', advice);
    const near = nearestName(text ?? '', ['allowed', 'denied']);
    return this.fault(entry.value, 'invalid-value', '`expect` is neither `allowed` nor `denied`', advice, near);
  }

  /** Undefined where it is wrong; null where every declared port is meant. */
  #traffic(item: MapValue): Exclude<Assertion['traffic'], undefined> | null | undefined {
    const entry = entryOf(item, 'port');
    if (!entry || entry.value.kind === 'null') return null;
    const { value } = entry;
    const written = value.kind === 'int' ? value.text : textOf(value);
    const [, protocol = '', port] = /^\s*([A-Za-z0-9]+)(?:\s*[/ ]\s*(\d+))?\s*$/.exec(written ?? '') ?? [];
    const name = [...TRANSPORTS, ...MESSAGES].find((one) => one.toLowerCase() === protocol.toLowerCase());
    if (MESSAGES.includes(name ?? '') && port === undefined) return { protocol: name ?? '' };
    const number = Number(port);
    if (TRANSPORTS.includes(name ?? '') && number >= 1 && number <= MAX_PORT)
      return { protocol: name ?? '', port: number };
    const bare = /^\d+$/.test(protocol) && Number(protocol) >= 1 && Number(protocol) <= MAX_PORT;
    const advice =
      'Write a protocol and a port, such as `TCP/8080`, or `ICMP`; leave it out to mean every declared port.';
    return this.fault(
      value,
      'invalid-value',
      '`port` is no protocol with a port',
      advice,
      bare ? `TCP/${protocol}` : undefined,
    );
  }

  #unknownFields(item: MapValue): void {
    for (const { key, keySpan } of item.entries) {
      if (FIELDS.some((name) => name === key)) continue;
      const near = nearestName(key, FIELDS);
      const advice = `The fields of an assertion are ${FIELDS.map((name) => `\`${name}\``).join(', ')}.`;
      this.fault(keySpan, 'unknown-field', `Unknown field \`${key}\``, advice, near);
    }
  }

  item(value: DocumentValue): void {
    if (value.kind !== 'map') {
      this.fault(value, 'wrong-type', 'An assertion is a map', 'Write `- name: …` with `from`, `to` and `expect`.');
      return;
    }
    this.#unknownFields(value);
    const [name, from, to] = [this.#text(value, 'name'), this.#text(value, 'from'), this.#text(value, 'to')];
    const [traffic, expect] = [this.#traffic(value), this.#expect(value)];
    if (name === undefined || from === undefined || to === undefined || traffic === undefined || !expect) return;
    if (this.#names.has(name)) {
      const span = entryOf(value, 'name')?.value ?? value;
      this.fault(
        span,
        'duplicate-name',
        `Another assertion of this file is called \`${name}\``,
        'Give each a name of its own.',
      );
    }
    this.#names.add(name);
    const { start, end } = value;
    const range = { file: this.#file, start, end };
    this.assertions.push({ name, from, to, traffic: traffic ?? undefined, expect, range });
  }
}

/** The assertions of a document of that kind. Never throws. */
export function readAssertions(map: MapValue, file: string): ReadAssertions {
  const reader = new Reader(file);
  for (const { key, keySpan } of map.entries) {
    if (key === 'apiVersion' || key === 'kind' || key === 'metadata' || key === 'assertions') continue;
    reader.fault(keySpan, 'unknown-field', `Unknown field \`${key}\``, 'Assertions are a list under `assertions`.');
  }
  const entry = entryOf(map, 'assertions');
  if (entry?.value.kind === 'list') for (const item of entry.value.items) reader.item(item);
  else if (entry && entry.value.kind !== 'null') {
    reader.fault(entry.value, 'wrong-type', '`assertions` must be a list', 'Put `- ` before each assertion.');
  }
  const { assertions, diagnostics } = reader;
  return { assertions, diagnostics };
}
