// Edits in odd places: they keep comments, columns and line ends, and are not offered where there is no simple place.
import { describe, expect, it } from 'vitest';
import { decodeText, failingFixes, firstFix, ingressRule, manifestOf, mended } from '../testing/decode-text.ts';

const policy = (spec: string) => manifestOf('NetworkPolicy', spec);

describe('a new field', () => {
  it.each([
    [
      'behind a comment',
      'action: Allow # yes\ndestination: {ports: [80]}',
      'action: Allow # yes\nprotocol: TCP\ndestination: {ports: [80]}',
    ],
    [
      'behind the last line',
      'destination: {ports: [80]}\naction: Allow',
      'destination: {ports: [80]}\naction: Allow\nprotocol: TCP',
    ],
    [
      'in braces',
      '{action: Allow, destination: {ports: [80]}}',
      '{action: Allow, protocol: TCP, destination: {ports: [80]}}',
    ],
    [
      'in front where the value before is on more lines',
      'destination: {ports: [80]}\naction: >-\n  Allow',
      'protocol: TCP\ndestination: {ports: [80]}\naction: >-\n  Allow',
    ],
    [
      'in the column of the others',
      '  action: Allow\n  destination: {ports: [80]}',
      '  action: Allow\n  protocol: TCP\n  destination: {ports: [80]}',
    ],
  ])('%s', (_, before, after) => {
    const text = policy(ingressRule(before));
    expect(firstFix(text)).toBe(policy(ingressRule(after)));
    expect(failingFixes(text)).toEqual([]);
  });

  it('at the end of a file without a last line break, with its line ends', () => {
    const text = policy(ingressRule('destination: {ports: [80]}\naction: Allow')).trimEnd().replaceAll('\n', '\r\n');
    expect(firstFix(text)).toBe(`${text}\r\n    protocol: TCP`);
    expect(decodeText(firstFix(text)).said).toEqual([]);
  });

  it('is not offered behind a `? `', () => {
    const [diagnostic] = decodeText(
      policy(ingressRule('? destination\n: {ports: [80]}\n? action\n: >-\n  Allow')),
    ).diagnostics;
    expect(diagnostic?.code).toBe('invalid-value');
    expect(diagnostic?.fixes).toBeUndefined();
  });
});

describe('a new value', () => {
  it.each([
    ['keeps double quotes', 'action: "allow"', 'action: "Allow"'],
    ['keeps single quotes', "action: 'allow'", "action: 'Allow'"],
    ['keeps its anchor', 'action: &a allow', 'action: &a Allow'],
    ['takes the place of a block', 'action: |-\n  allow\nprotocol: TCP', 'action: Allow\nprotocol: TCP'],
    ['may have been nothing', 'action: ""', 'action: "Allow"'],
  ])('%s', (_, before, after) => expect(firstFix(policy(ingressRule(before)))).toBe(policy(ingressRule(after))));

  it('is quoted where braces ask for it', () =>
    expect(firstFix(policy('{selector: {matchExpressions: [{key: a, operator: In, values: [b]}]}}'))).toContain(
      '{selector: "a in { \'b\' }"}',
    ));
});

it('a name is not changed to one that is there', () => {
  const { diagnostics } = decodeText(policy('selector: all()\nSelector: has(x)'));
  expect(diagnostics).toMatchObject([{ code: 'unknown-field', advice: 'Write `selector`.' }]);
  expect(diagnostics[0]?.fixes).toBeUndefined();
});

it('one fix after the other mends a policy', () => {
  const wrong =
    'podSelector: {matchLabels: {app: web}}\npolicyTypes: [ingress]\ningress:\n- from:\n  - podSelector: {}\n  ports:\n  - port: 80';
  const right =
    'selector: app == \'web\'\ntypes: [Ingress]\ningress:\n- action: Allow\n  source: { selector: "all()" }\n  protocol: TCP\n  destination: { ports: [80] }';
  expect(mended(policy(wrong))).toBe(policy(right));
  expect(decodeText(policy(right)).said).toEqual([]);
});
