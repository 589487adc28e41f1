// Selectors in manifests: where they are wrong, what YAML does to them, and how they are mended.
import { describe, expect, it } from 'vitest';
import {
  decodeText,
  failingFixes,
  firstFix,
  ingressRule,
  manifestOf,
  mended,
  stylesOf,
} from '../testing/decode-text.ts';

const policy = (spec: string) => manifestOf('NetworkPolicy', spec);
const selectorOf = (text: string) => {
  const [resource] = decodeText(text).resources;
  if (resource?.kind !== 'CalicoNetworkPolicy') throw new Error(decodeText(text).said.join('\n'));
  return resource.spec.selector?.text;
};

describe('is read', () => {
  it.each([
    ['plain', "selector: app == 'web'", "app == 'web'"],
    ['in double quotes', 'selector: "app == \'web\'"', "app == 'web'"],
    ['folded into one line', "selector: >-\n  app == 'web' &&\n  has(tier)", "app == 'web' && has(tier)"],
    ['empty', 'selector: ""', undefined],
    ['blank, which limits all the same', 'selector: "  "', '  '],
    ['null', 'selector:', undefined],
    ['absent', 'order: 1', undefined],
  ])('%s', (_, spec, text) => {
    expect(decodeText(policy(spec)).said).toEqual([]);
    expect(selectorOf(policy(spec))).toBe(text);
  });

  it('with its place', () => {
    const text = policy('selector: "all()"');
    const [resource] = decodeText(text).resources;
    const range = resource?.kind === 'CalicoNetworkPolicy' ? resource.spec.selector?.range : undefined;
    expect(text.slice(range?.start, range?.end)).toBe('"all()"');
  });
});

describe('is refused at the place of the mistake', () => {
  it.each([
    ["selector: a = 'b'", '=', "selector: a == 'b'"],
    ["selector: 'a == b'", 'b', "selector: 'a == ''b'''"],
    ["selector: a == 'b' and c == 'd'", 'and', "selector: a == 'b' && c == 'd'"],
    ['selector: a in (b,c)', '(', "selector: a in { 'b', 'c' }"],
    ['selector: "a in [\'b\']"', '[', 'selector: "a in { \'b\' }"'],
    ['selector: "a == \\"b"', '"a == \\"b"', 'selector: "a == \\"b\\""'],
    ["selector: |\n  a == 'b'", "|\n    a == 'b'", "selector: a == 'b'"],
    [
      "selector: |\n  a == 'b' ||\n  c == 'd'\norder: 1",
      "|\n    a == 'b' ||\n    c == 'd'",
      "selector: a == 'b' || c == 'd'\norder: 1",
    ],
    ['selector: {app: web}', '{app: web}', "selector: app == 'web'"],
    [
      'selector:\n  matchLabels:\n    app: web\norder: 1',
      'matchLabels:\n      app: web',
      "selector: app == 'web'\norder: 1",
    ],
    [
      'serviceAccountSelector: {matchExpressions: [{key: a, operator: DoesNotExist}]}',
      '{matchExpressions: [{key: a, operator: DoesNotExist}]}',
      'serviceAccountSelector: "!has(a)"',
    ],
  ])('%s', (spec, place, fixed) => {
    const text = policy(spec);
    const { diagnostics, resources } = decodeText(text);
    expect(diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual([place]);
    expect(diagnostics).toMatchObject([{ gap: 'rejected', severity: 'error' }]);
    expect(resources).toEqual([]);
    expect(firstFix(text)).toBe(policy(fixed));
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
    expect(stylesOf(text).flatMap((style) => decodeText(mended(style)).said)).toEqual([]);
  });

  it.each(['selector: [a]', 'selector: true', 'selector: 5'])('%s', (spec) => {
    const [diagnostic] = decodeText(policy(spec)).diagnostics;
    expect(diagnostic?.message).toContain('spec.selector: must be a selector, which is a string');
  });
});

describe('a `!` that YAML takes for a tag', () => {
  it.each([
    ['selector: !has(x)', '!has(x)', 'selector: "!has(x)"'],
    ['selector: !has(x)   # all but x\norder: 1', '!has(x)', 'selector: "!has(x)"   # all but x\norder: 1'],
  ])('leaves an empty selector: %s', (spec, place, fixed) => {
    const text = policy(spec);
    const { diagnostics } = decodeText(text);
    expect(diagnostics).toMatchObject([{ code: 'selector-swallowed', severity: 'warning' }]);
    expect(diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual([place]);
    expect(selectorOf(text)).toBeUndefined();
    expect(firstFix(text)).toBe(policy(fixed));
    expect(selectorOf(firstFix(text))).toBe('!has(x)');
  });

  it('leaves half a selector', () => {
    const text = policy("selector: !(a == 'b')");
    expect(decodeText(text).diagnostics).toMatchObject([{ code: 'selector-syntax', gap: 'rejected' }]);
    expect(selectorOf(firstFix(text))).toBe("!(a == 'b')");
  });

  it('in braces is told without a fix', () => {
    const { diagnostics } = decodeText(policy(ingressRule('{action: Allow, source: {selector: !has(x) }}')));
    expect(diagnostics).toMatchObject([{ code: 'selector-swallowed' }]);
    expect(diagnostics[0]?.fixes).toBeUndefined();
  });
});

describe('legal and pointless', () => {
  it.each([
    [
      'the orchestrator of another name',
      "projectcalico.org/orchestrator in { 'k8s', 'kubernetes' }",
      'orchestrator-value',
      'kubernetes',
    ],
    ['a template', "a == 'b' && app == '{{.Name}}'", 'template-text', '{{.Name}}'],
  ])('%s', (_, selector, code, place) => {
    const text = policy(`selector: "${selector}"`);
    const { diagnostics, resources } = decodeText(text);
    expect(diagnostics).toMatchObject([{ code, severity: 'warning' }]);
    expect(diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual([place]);
    expect(resources).toHaveLength(1);
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
  });

  it('writes the right orchestrator', () =>
    expect(firstFix(policy("selector: projectcalico.org/orchestrator == 'kubernetes'"))).toBe(
      policy("selector: projectcalico.org/orchestrator == 'k8s'"),
    ));
});
