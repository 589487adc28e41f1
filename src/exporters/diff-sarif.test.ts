// What services that read SARIF ask for: the official schema, a place for each result, and fingerprints that stay.
import { describe, expect, it } from 'vitest';
import type { ExportedFlip } from '../exporters/diff-report.ts';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { sarifErrors } from '../testing/sarif-schema.ts';
import { diffSarif } from './diff-sarif.ts';

const resultsOf = (flips: readonly ExportedFlip[]) => JSON.parse(diffSarif.export(drawnDiff(flips))).runs[0].results;
const internet = flip('a/Pod/x -> internet TCP all allowed', 'denied', 'internet', 'k8s/p.yaml:7: adds P');
const inside = flip('a/Pod/x -> a/Pod/y TCP 80 denied', 'allowed', 'none', 'k8s/p.yaml:7: adds P');

it('is one result for flips of one kind, risk and cause', () => {
  const udp = { ...internet, protocol: 'UDP' };
  expect(resultsOf([internet, udp, inside])).toMatchObject([
    {
      ruleId: 'flow-internet',
      level: 'error',
      message: {
        text: 'Adds P, which opens 2 flows with addresses outside the cluster: a/Pod/x → internet TCP all ports · UDP all ports.',
      },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'k8s/p.yaml' }, region: { startLine: 7 } } }],
    },
    { ruleId: 'flow-changed', level: 'note' },
  ]);
});

it('points into the head, also for what is gone from it', () => {
  const [cause] = inside.causes;
  const gone = cause && { ...cause, file: 'base.yaml', line: 2, headPlace: { file: 'head.yaml', line: 3 } };
  const [result] = resultsOf([{ ...inside, causes: gone ? [gone] : [] }]);
  expect(result.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'head.yaml' },
    region: { startLine: 3 },
  });
});

it('gives the same fingerprint wherever the change is written, and another to another', () => {
  const at = (file: string, line: number, id = 'P') => ({ ...inside, causes: [{ file, line, change: 'adds P', id }] });
  const print = (one: ExportedFlip) => resultsOf([one])[0].partialFingerprints['sluiceChange/v1'];
  expect(print(at('a.yaml', 1))).toBe(print(at('b.yaml', 900)));
  expect(print(at('a.yaml', 1))).not.toBe(print(at('a.yaml', 1, 'Q')));
  expect(print(inside)).not.toBe(print({ ...inside, risk: 'dns' }));
});

describe('fits the official schema', () => {
  it('with flips of all kinds', () => {
    const together = {
      ...internet,
      causes: [...internet.causes, ...flip('a -> b TCP 1 denied', 'allowed', 'none').causes],
    };
    const unsought: ExportedFlip = { ...inside, causes: [], unsought: true };
    const unknown = flip('a -> b TCP 80 unknown', 'allowed', 'dns');
    expect(sarifErrors(diffSarif.export(drawnDiff([internet, inside, together, unsought, unknown])))).toEqual([]);
  });

  it('without any', () => expect(sarifErrors(diffSarif.export(drawnDiff([])))).toEqual([]));

  it.each(hostileNames)('with %j', (name) => {
    const one = { ...inside, src: name, causes: [{ file: name, line: 1, change: name, id: name }] };
    expect(sarifErrors(diffSarif.export(drawnDiff([one])))).toEqual([]);
  });

  it.each([
    ['"version": "2.1.0"', '"version": "2.0.0"'],
    ['"level": "note"', '"level": "grave"'],
    ['"startLine": 7', '"startLine": 0'],
    ['"text": "Adds', '"words": "Adds'],
  ])('which would see %s changed to %s', (from, to) =>
    expect(sarifErrors(diffSarif.export(drawnDiff([inside])).replace(from, to))).not.toEqual([]),
  );
});
