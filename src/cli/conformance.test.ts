// The command on each shape of line; and Sluice on the recorded cases.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { judgeRecord } from './judge-record.ts';
import { runCommand } from './run-command.ts';

describe('the command', () => {
  let terminal: RememberingTerminal;
  beforeEach(() => {
    terminal = new RememberingTerminal();
  });
  afterEach(() => terminal.dispose());

  const judge = async (...records: unknown[]) => {
    terminal.write({ 'cases.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join('') });
    const status = await runCommand(['conformance', 'cases.jsonl'], terminal);
    return { status, lines: terminal.output.trimEnd().split('\n') };
  };
  const probe = (allowed: boolean) => ({ src: 'shop/web', dst: 'shop/db', protocol: 'TCP', port: 5432, allowed });
  const manifests = `${shopPods}---\n${dbPolicy('web')}`;

  it('counts probes and names each disagreement', async () => {
    const { status, lines } = await judge({ id: 'c1', manifests, probes: [probe(true), probe(false)] });
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^c1: shop\/web -> shop\/db TCP 5432: expected denied, got allowed: \S/);
    expect(lines.slice(1)).toEqual(['1 of 2 agree']);
  });

  it('takes an unknown end and an unknown verdict for disagreements', async () => {
    const { lines } = await judge({ id: 'c2', manifests, probes: [{ ...probe(true), src: 'shop/nobody' }] });
    expect(lines[0]).toMatch(/expected allowed, got no pod, .* is called `shop\/nobody`/);
    expect(lines.at(-1)).toBe('0 of 1 agree');
  });

  it('judges manifests by their errors', async () => {
    const bad = dbPolicy('web').replace('port: 5432', 'port: 99999');
    const { status, lines } = await judge(
      { id: 'v1', manifest: dbPolicy('web'), valid: true },
      { id: 'v2', manifest: bad, valid: false },
      { id: 'v3', manifest: bad, valid: true },
    );
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^v3: expected valid, got invalid: /);
    expect(lines.at(-1)).toBe('2 of 3 agree');
  });

  it('compares texts as kubectl reads them', async () => {
    const { status, lines } = await judge(
      { id: 't1', text: 'port: 0120\ny: 1\n', documents: [{ true: 1, port: 80 }] },
      { id: 't2', base64: 'YTogMQo=', documents: [{ a: 1 }] },
      { id: 't3', text: 'a: [', error: 'yaml-syntax: whatever' },
      { id: 't4', text: 'a: 1\n', documents: [{ a: 2 }] },
      { id: 't5', base64: '/w==', error: 'encoding: x', file: { documents: ['\ufffd'] } },
    );
    expect(status).toBe(1);
    expect(lines).toEqual(['t4: expected [{"a":2}], got [{"a":1}]', '4 of 5 agree']);
  });

  it('judges selectors by whether they are valid, and whether they match', async () => {
    const { status, lines } = await judge(
      { selector: "a == 'b'", labels: { a: 'b' }, valid: true, match: true },
      { selector: "a != 'b'", labels: null, valid: true, match: true },
      { selector: 'a = b', labels: {}, valid: false, match: false, error: 'expected ==' },
      { selector: 'has(a)', labels: {}, valid: true, match: true },
      { selector: 'has(a', labels: {}, valid: true, match: true },
      { selector: 'all()', labels: {}, valid: false, match: false },
    );
    expect(status).toBe(1);
    expect(lines).toEqual([
      '"has(a)": expected a match, got no match',
      '"has(a": expected a match, got invalid: no closing \')\' after `has(a`, found the end',
      '"all()": expected invalid, got a match',
      '3 of 6 agree',
    ]);
  });

  it('does not pass over what it cannot judge', async () => {
    const { lines } = await judge({ id: 'x' });
    expect(lines).toEqual(['x: not judged: neither probes, a manifest, a text nor a selector', '0 of 1 agree']);
  });

  it('says where a line is no JSON', async () => {
    terminal.write({ 'cases.jsonl': `{"id": "v", "manifest": "", "valid": true}\n{bad\n` });
    expect(await runCommand(['conformance', 'cases.jsonl'], terminal)).toBe(2);
    expect(terminal.messages.join('\n')).toMatch(/^sluice: cases\.jsonl:2:1: not a JSON object; /);
  });

  it.each([
    ['a list', [], 'not a JSON object'],
    ['manifests that are no text', { manifests: 5, probes: [] }, '`manifests` must be a string'],
    ['no probes', { manifests }, '`probes` must be a list'],
    ['another reading', { manifests, options: { semantics: 'x' }, probes: [] }, '`options.semantics` must be one of'],
    ['no CIDR', { manifests, options: { podCIDRs: ['x'] }, probes: [] }, '`options.podCIDRs` must be a list of CIDRs'],
    ['no source', { manifests, probes: [{}] }, 'probes[0]: `src` must be a string'],
    ['no port', { manifests, probes: [{ ...probe(true), port: 0 }] }, 'probes[0]: `port` must be a number'],
    ['no verdict', { manifest: '' }, '`valid` must be true or false'],
    ['no match', { selector: '', valid: true }, '`match` must be true or false'],
    ['no labels', { selector: '', labels: { a: 1 }, valid: false }, '`labels` must be a map of strings'],
  ])('counts a malformed record, and goes on: %s', async (_, record, fault) => {
    const { status, lines } = await judge(record, { manifests, probes: [probe(true)] });
    expect(status).toBe(1);
    expect(lines[0]).toContain(`: not judged: ${fault}`);
    expect(lines.slice(1)).toEqual(['1 of 2 agree']);
  });

  it('takes options that are null for missing, a byte order mark and CRLF', async () => {
    const record = { manifests, options: { semantics: null, podCIDRs: null, pending: null }, probes: [probe(true)] };
    terminal.write({ 'cases.jsonl': `\ufeff${JSON.stringify(record)}\r\n\r\n` });
    expect(await runCommand(['conformance', 'cases.jsonl'], terminal)).toBe(0);
  });

  it('ends with 0 when all agree', async () =>
    expect(await judge({ id: 'c', manifests, probes: [probe(true)] })).toEqual({ status: 0, lines: ['1 of 1 agree'] }));
});

describe('recorded cases', () => {
  it.each([
    ['kubernetes.jsonl', 7231],
    ['kubernetes-more.jsonl', 7746],
    ['policy-api.jsonl', 4399],
    ['calico-selectors.jsonl', 129],
  ])(
    'agree: %s',
    (name, flows) => {
      const text = readFileSync(new URL(`../testing/cases/${name}`, import.meta.url), 'utf8');
      const tallies = text
        .trimEnd()
        .split('\n')
        .map((line) => judgeRecord(JSON.parse(line)));
      expect(tallies.flatMap((tally) => tally.disagreements)).toEqual([]);
      expect(tallies.reduce((sum, tally) => sum + tally.agree, 0)).toBe(flows);
    },
    60_000,
  );
});
