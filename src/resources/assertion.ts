// Assertions: flows that must stay allowed or denied, kept in a file beside the manifests (`sluice/v1`, kind `Assertions`).
import { nearestName } from '../base/nearest-name.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type DocumentValue, entryOf, type MapEntry, type MapValue, type Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import { entrySpan, textOf } from '../documents/value-parts.ts';
import { type AssertedEnd, type AssertedSide, readEnd } from './asserted-end.ts';
import { type AssertedPort, likelyPort, portWords, readPort } from './asserted-port.ts';

export const ASSERTIONS = { apiVersion: 'sluice/v1', kind: 'Assertions' } as const;

export interface Assertion {
  /** Told from the flow where it is not written. */
  readonly name: string;
  readonly from: AssertedSide;
  readonly to: AssertedSide;
  /** Undefined: every port that the destination declares. `all`: every port of every protocol that has ports. */
  readonly ports: readonly AssertedPort[] | 'all' | undefined;
  readonly expect: 'allowed' | 'denied';
  readonly range: SourceRange;
}

export interface ReadAssertions {
  readonly assertions: readonly Assertion[];
  readonly diagnostics: readonly Diagnostic[];
}

const FIELDS = ['name', 'from', 'to', 'port', 'expect'] as const;
const OTHERS = 'others';
const PORT_ADVICE =
  'Write protocols with ports, such as `TCP/8080` or `UDP/8000-8010`, or `ICMP`; `all` means every port, and without `port` every declared one is meant.';

/** Reads the items of one document; one that is wrong is told of and left out, whatever the others are. */
class Reader {
  readonly assertions: Assertion[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #names = new Set<string>();
  readonly #groups = new Map<string, readonly AssertedEnd[]>();

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

  /** The texts of a field: one, or a list of them. Undefined where one is none. */
  #texts(
    { value }: MapEntry,
    name: string,
    advice: string,
  ): readonly { text: string; span: DocumentValue }[] | undefined {
    const values = value.kind === 'list' ? value.items : [value];
    const texts = values.flatMap((one) => {
      const text = one.kind === 'int' ? one.text : textOf(one);
      return text ? [{ text, span: one }] : [];
    });
    if (texts.length > 0 && texts.length === values.length) return texts;
    const wrong = values.find((one) => one.kind !== 'int' && !textOf(one)) ?? value;
    return this.fault(wrong, 'wrong-type', `\`${name}\` must be a text, or a list of texts`, advice);
  }

  /** One end; a group is its members. */
  #ends(text: string, span: Span): readonly AssertedEnd[] | undefined {
    const [, name] = /^group:(.*)$/.exec(text.trim()) ?? [];
    if (name !== undefined) {
      const group = this.#groups.get(name);
      if (group) return group;
      const near = nearestName(name, this.#groups.keys());
      const advice = 'Groups are written under `groups` in the same document: a name with a list of ends.';
      return this.fault(span, 'unknown-name', `No group is called \`${name}\``, advice, near && `group:${near}`);
    }
    const end = readEnd(text);
    return 'message' in end ? this.fault(span, 'invalid-value', end.message, end.advice) : [end];
  }

  #side(item: MapValue, name: 'from' | 'to'): AssertedSide | undefined {
    const entry = entryOf(item, name);
    const advice = `Write \`${name}\`: \`ns/name\`, a pattern such as \`dev-*/front*\` or \`dev/[app=web]\`, an address, \`internet\`, \`group:NAME\`, or \`others\`.`;
    if (!entry || entry.value.kind === 'null')
      return this.fault(item, 'required-field', `An assertion needs \`${name}\``, advice);
    const texts = this.#texts(entry, name, advice);
    if (!texts) return undefined;
    const text = texts.map((one) => one.text.trim()).join(', ');
    if (text === OTHERS) return { text, isOthers: true, ends: [] };
    if (texts.some((one) => one.text.trim() === OTHERS)) {
      return this.fault(
        entrySpan(entry),
        'invalid-value',
        '`others` stands alone',
        'Write `others` and nothing beside it.',
      );
    }
    const ends = texts.map((one) => this.#ends(one.text, one.span));
    if (ends.includes(undefined)) return undefined;
    return { text, isOthers: false, ends: ends.flatMap((own) => own ?? []) };
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

  /** Null where every declared port is meant; undefined where it is wrong. */
  #ports(item: MapValue): Exclude<Assertion['ports'], undefined> | null | undefined {
    const entry = entryOf(item, 'port');
    if (!entry || entry.value.kind === 'null') return null;
    const texts = this.#texts(entry, 'port', PORT_ADVICE);
    if (!texts) return undefined;
    if (texts.length === 1 && texts[0]?.text.trim() === 'all') return 'all';
    const ports = texts.map(({ text, span }) => {
      const message = texts.length > 1 ? `\`${text}\` is no protocol with a port` : '`port` is no protocol with a port';
      return readPort(text) ?? this.fault(span, 'invalid-value', message, PORT_ADVICE, likelyPort(text));
    });
    return ports.includes(undefined) ? undefined : ports.flatMap((port) => port ?? []);
  }

  /** The written name, or one that tells the flow. */
  #name(item: MapValue, { from, to, ports, expect }: Omit<Assertion, 'name' | 'range'>): string | undefined {
    const entry = entryOf(item, 'name');
    const written = textOf(entry?.value);
    if (entry && entry.value.kind !== 'null' && !written) {
      return this.fault(
        entrySpan(entry),
        'required-field',
        '`name` must be a text',
        'Write it in quotes if it looks like a number.',
      );
    }
    const told = flowName(from.text, to.text, portsWords(ports), expect);
    const name = written ?? freeName(told, this.#names);
    if (this.#names.has(name)) {
      const advice = 'Give each a name of its own.';
      this.fault(
        entry?.value ?? item,
        'duplicate-name',
        `Another assertion of this file is called \`${name}\``,
        advice,
      );
    }
    this.#names.add(name);
    return name;
  }

  unknownFields(map: MapValue, fields: readonly string[], whose: string): void {
    for (const { key, keySpan } of map.entries) {
      if (fields.includes(key)) continue;
      const near = nearestName(key, fields);
      const advice = `${whose} ${fields.map((name) => `\`${name}\``).join(', ')}.`;
      this.fault(keySpan, 'unknown-field', `Unknown field \`${key}\``, advice, near);
    }
  }

  group({ key, keySpan, value }: MapEntry): void {
    if (this.#groups.has(key)) return;
    const advice = `Write a list of ends: \`${key}: [dev-app/frontend, 'dev-*/[app=web]']\`.`;
    const texts = this.#texts({ key, keySpan, value }, key, advice) ?? [];
    const ends = texts.flatMap(({ text, span }) => {
      if (!/^(group:.*|others)$/.test(text.trim())) return this.#ends(text, span) ?? [];
      this.fault(span, 'invalid-value', `\`${text}\` cannot be a member of a group`, 'Name its members instead.');
      return [];
    });
    this.#groups.set(key, ends);
  }

  item(value: DocumentValue): void {
    if (value.kind !== 'map') {
      this.fault(value, 'wrong-type', 'An assertion is a map', 'Write `- name: …` with `from`, `to` and `expect`.');
      return;
    }
    this.unknownFields(value, FIELDS, 'The fields of an assertion are');
    const [from, to] = [this.#side(value, 'from'), this.#side(value, 'to')];
    const [ports, expect] = [this.#ports(value), this.#expect(value)];
    if (!from || !to || ports === undefined || !expect) return;
    if (from.isOthers && to.isOthers) {
      this.fault(value, 'invalid-value', 'Only one side can be `others`', 'Name the other side.');
      return;
    }
    const flow = { from, to, ports: ports ?? undefined, expect };
    const name = this.#name(value, flow);
    const { start, end } = value;
    if (name !== undefined) this.assertions.push({ name, ...flow, range: { file: this.#file, start, end } });
  }
}

/** What a flow is called that has no name: `dev/web reaches dev/db on TCP/5432`. */
export function flowName(from: string, to: string, ports: string | undefined, expect: Assertion['expect']): string {
  const on = ports === undefined ? '' : ` on ${ports}`;
  return `${from} ${expect === 'allowed' ? 'reaches' : 'does not reach'} ${to}${on}`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(free)) return free;
  }
}

/** `TCP/8080, UDP/53`, `every port`; undefined where every declared port is meant. */
export function portsWords(ports: Assertion['ports']): string | undefined {
  return ports === 'all' ? 'every port' : ports?.map(portWords).join(', ');
}

/** The assertions of a document of that kind. Never throws. */
export function readAssertions(map: MapValue, file: string): ReadAssertions {
  const reader = new Reader(file);
  reader.unknownFields(
    map,
    ['apiVersion', 'kind', 'metadata', 'groups', 'assertions'],
    'Assertions are a list under `assertions`; the fields beside it are',
  );
  const groups = entryOf(map, 'groups');
  if (groups?.value.kind === 'map') for (const group of groups.value.entries) reader.group(group);
  else if (groups && groups.value.kind !== 'null') {
    reader.fault(groups.value, 'wrong-type', '`groups` must be a map', 'Write `NAME: [dev-app/frontend, …]` below it.');
  }
  const entry = entryOf(map, 'assertions');
  if (entry?.value.kind === 'list') for (const item of entry.value.items) reader.item(item);
  else if (entry && entry.value.kind !== 'null') {
    reader.fault(entry.value, 'wrong-type', '`assertions` must be a list', 'Put `- ` before each assertion.');
  }
  const { assertions, diagnostics } = reader;
  return { assertions, diagnostics };
}

/** Items outside of such a document, where no groups can be named. Never throws. */
export function readAssertionItems(items: readonly DocumentValue[], file: string): ReadAssertions {
  const reader = new Reader(file);
  for (const item of items) reader.item(item);
  const { assertions, diagnostics } = reader;
  return { assertions, diagnostics };
}
