// What is read from a file, and what is said about it, place by place.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentValue, Span } from './document-value.ts';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';

vi.setConfig({ testTimeout: 30_000 });

function read(text: string) {
  return readDocuments({ path: 'a.yaml', text });
}

function values(text: string): unknown[] {
  return read(text).documents.map(({ root }) => plainValue(root));
}

/** `severity code gap: the text of the range` of each diagnostic. */
function findings(text: string): string[] {
  return read(text).diagnostics.map(({ severity, code, gap, range }) => {
    const place = JSON.stringify(text.slice(range.start, range.end)).slice(1, -1);
    return `${severity} ${code}${gap === undefined ? '' : ` ${gap}`}: ${place}`;
  });
}

describe('documents', () => {
  it('are read in order, with the span of their chunk, null ones left out', () => {
    const text = '# head\na: 1\n---\n# nothing\n---\n- b # c\n';
    const { documents, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ file, index, span }) => [file, index, text.slice(span.start, span.end)])).toEqual([
      ['a.yaml', 0, '# head\na: 1\n'],
      ['a.yaml', 1, '- b # c\n'],
    ]);
  });

  it('have ranges for every key and value', () => {
    const text = 'spec:\n  ports: [80, "x"]\n  empty:\n  text: >\n    some\n    words\n';
    const [document] = read(text).documents;
    const shown: string[] = [];
    const show = ({ start, end }: Span) => shown.push(text.slice(start, end));
    const walk = (value: DocumentValue): void => {
      show(value);
      if (value.kind === 'list') value.items.forEach(walk);
      if (value.kind !== 'map') return;
      for (const entry of value.entries) {
        show(entry.keySpan);
        walk(entry.value);
      }
    };
    if (document !== undefined) walk(document.root);
    expect(shown).toEqual([
      text,
      'spec',
      text.slice(8),
      'ports',
      '[80, "x"]',
      '80',
      '"x"',
      'empty',
      '',
      'text',
      '>\n    some\n    words\n',
    ]);
  });

  it('share one value between an anchor and its aliases', () => {
    const [document] = read('a: &x {k: v}\nb: *x\nc: {<<: *x, l: w}\n').documents;
    const root = document?.root;
    if (root?.kind !== 'map') throw new Error('no map');
    expect(root.entries[1]?.value).toBe(root.entries[0]?.value);
    expect(plainValue(root)).toEqual({ a: { k: 'v' }, b: { k: 'v' }, c: { k: 'v', l: 'w' } });
  });

  it('may be JSON, one after the other, with ranges', () => {
    const text = '{"kind": "List", "items": [1, -2.5e1, true, null, "\\u00e9\\n"]}\n{"b": {}}';
    expect(values(text)).toEqual([{ kind: 'List', items: [1, -25, true, null, 'é\n'] }, { b: {} }]);
    const root = read(text).documents[0]?.root;
    const items = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    expect(items && text.slice(items.start, items.end)).toBe('[1, -2.5e1, true, null, "\\u00e9\\n"]');
  });

  it('keep names that JavaScript knows as plain data', () => {
    const [value] = values('__proto__: {polluted: yes}\nconstructor: a\ntoString: b\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a broken document hides no other', () => {
  it.each([
    ['a: 1\n---\nb: [1\n---\nc: 3\n', [{ a: 1 }, { c: 3 }], ['error yaml-syntax unreadable: 1']],
    ['a: *x\n---\nc: 3\n', [{ c: 3 }], ['error alias unreadable: *x']],
    ['a: 1\n--- !!map\nb: 2\n', [{ a: 1 }, { b: 2 }], ['error separator unreadable: !!map']],
    ['a: 1\n---x\nb: 2\n', [{ a: 1 }, { b: 2 }], ['error separator unreadable: ---x']],
    ['%YAML 1.2\n---\na: 1\n', [{ a: 1 }], ['error yaml-syntax unreadable: %YAML 1.2']],
    ['{"a": 1}\n{"b": 1e400}\n{"c": 3}', [{ a: 1 }, { c: 3 }], ['error number-range unreadable: 1e400']],
    ['{"a": 1}\n{"b": 2}\n{"c" 3}\n---\nd: 4\n', [{ a: 1 }, { b: 2 }, { d: 4 }], ['error json-syntax unreadable: 3']],
    ['a: b\u0000\n---\nb: 1\n', [{ b: 1 }], ['error character unreadable: \\u0000']],
    ['a: .nan\n---\nb: 1\n', [{ b: 1 }], ['error not-finite unreadable: .nan']],
    ['1: a\n"1": b\n---\nb: 1\n', [{ b: 1 }], ['error ambiguous-key unreadable: \\"1\\"']],
  ])('%j', (text, expected, found) => {
    expect(values(text)).toEqual(expected);
    expect(findings(text)).toEqual(found);
  });

  it('and the first error says that kubectl stops there', () => {
    const messages = read('a: [\n---\nb: [\n').diagnostics.map(({ message }) => message);
    expect(messages.map((message) => message.endsWith('kubectl reads no further in this file'))).toEqual([true, false]);
  });
});

describe('what a text hides', () => {
  it.each(['\r', '\u0085', '\u2028', '\u2029'])('a rule behind a comment that ends at %j', (hidden) => {
    const text = `ingress: # none${hidden}  - {}\negress: []\n`;
    expect(values(text)).toEqual([{ ingress: [{}], egress: [] }]);
    const [diagnostic, ...others] = read(text).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ code: 'hidden-line-break', severity: 'error' });
    expect(diagnostic?.range).toEqual({ file: 'a.yaml', start: 15, end: 22 });
  });

  it.each([
    ['a: 1 # x\u2028 # y\n', ['warning hidden-line-break: \u2028']],
    ['a: 1\rb: 2\n', ['warning hidden-line-break: \\r']],
    ['a: 1\r\nb: 2 # c\r\n', []],
    ['{"a": "x\u2028y"}', []],
    ['a: 1\n...\nb: 2\n', ['error ignored-document unreadable: b: 2']],
    ['a: 1\n... # end\n# c\n', []],
    ['{a: 1}\n{b: 2}\n', ['error ignored-text unreadable: {b: 2}']],
    ['a: 1\nb: 2\na: 3\n', ['error duplicate-key: a']],
    ['{"a": 1, "a": 2, b: 3}', ['error duplicate-key: \\"a\\"']],
    ['{"a": 1, "a": 2}', ['error duplicate-key: \\"a\\"']],
    ['x: &x {a: 1}\nz:\n  a: 2\n  <<: *x\n', ['warning merge-overrides: <<']],
    ['x: &x {a: 1}\nz:\n  <<: *x\n  a: 2\n', []],
    ['y: web\n', ['warning key-reads-differently: y']],
    ['80: web\ntrue: x\n', []],
    [
      'p: [80, 0120, 8_080, 8e3, 22:22, 1.10]\n',
      [
        'warning number-reads-differently: 0120',
        'warning number-reads-differently: 8_080',
        'info number-reads-differently: 8e3',
      ],
    ],
    ['a\u200b: b\n', ['warning invisible-character: \u200b']],
    ['a: b\u00a0c\nd: "e\u00a0f"\n', ['warning invisible-character: \u00a0']],
    ['# \u202e\na: été\n', ['warning invisible-character: \u202e']],
    ['a: "\\u202e"\n', []],
    ['a:\n\tb: 1\n', ['error yaml-syntax unreadable: \\t']],
  ])('%j', (text, found) => expect(findings(text)).toEqual(found));

  it('names the other place of a duplicate key', () => {
    const [diagnostic] = read('a: 1\na: 2\n').diagnostics;
    expect(diagnostic?.related?.map(({ range }) => range.start)).toEqual([0]);
  });

  it('lists only the first of very many findings, and counts the rest', () => {
    const { diagnostics } = read('a: 1\n'.repeat(5000));
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.message).toContain('4999');
  });
});

describe('templates', () => {
  it.each([
    'name: {{ .Values.name }}\n',
    'name: "{{ .Values.name }}"\n',
    '{{- if .Values.on }}\na: 1\n{{- end }}\n',
    'a: 1\n---\n{{ include "x" . }}\n',
  ])('%j is one', (text) => {
    expect(read(text).documents).toEqual([]);
    expect(read(text).diagnostics).toMatchObject([{ code: 'template', gap: 'unreadable' }]);
    expect(read(text).diagnostics[0]?.advice).toContain('helm template <chart> | sluice connectivity -');
  });

  it.each(['a: "{{ $labels.pod }}"\n', 'data: |\n  {{ .Values.x }}\n', 'a: 1 # {{ .Values.x }}\n'])(
    '%j is none',
    (text) => expect(findings(text)).toEqual([]),
  );
});

describe('any text', () => {
  const fragments = [
    'a',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '---\n',
    '...',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&x ',
    '*x',
    '<<: ',
    '? ',
    '!t ',
    '%',
    '\t',
    '\r',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\0',
    '{{',
    '}}',
    '1',
    '0x1',
    '😀',
  ];

  it('is read without throwing, with every place inside it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { documents, diagnostics } = read(text);
        const places = [...documents.map(({ span }) => span), ...diagnostics.map(({ range }) => range)];
        for (const { start, end } of places) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
