// The Calico oracle's own test: verdicts that were recorded from the real implementation.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCalicoSelector } from '../resources/calico-selector.ts';
import { decodeFiles } from './decode-files.ts';
import { type NaiveCalicoProbe, naiveCalicoJudge } from './naive-calico-evaluator.ts';
import { selectorTest } from './naive-calico-selector.ts';
import { timeFor } from './property-runs.ts';

interface RecordedCase {
  readonly id: string;
  readonly manifests: string;
  readonly options?: { readonly pending?: boolean };
  readonly probes: readonly (NaiveCalicoProbe & { readonly allowed: boolean })[];
}

interface RecordedSelector {
  readonly selector: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly valid: boolean;
  readonly match: boolean;
}

function casesOf<Case>(name: string): Case[] {
  const lines = readFileSync(new URL(`./cases/${name}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Case => JSON.parse(line));
}

/**
 * "`tcp: {}` without destinationPort, where it got past the API, is all ports of that protocol" (Calico spec, 8.2): some
 * recorded clusters hold it, and the decoder rejects what the API does.
 */
const pastTheApi = (manifests: string): string =>
  manifests.replace(/\b(tcp|udp|sctp): \{\}/g, '$1: {destinationPort: {range: {start: 1, end: 65535}}}');

describe('naiveCalicoJudge on recorded cases', () => {
  it.each([
    ['calico', 14_832],
    ['calico-more', 3_708],
    ['calico-pending', 616],
  ])('agrees with every probe of %s', { timeout: timeFor(60) }, (name, count) => {
    let probes = 0;
    for (const { id, manifests, options, probes: recorded } of casesOf<RecordedCase>(name)) {
      const pending = options?.pending ? 'calico' : 'enforced';
      const judge = naiveCalicoJudge(decodeFiles([{ path: `${id}.yaml`, text: pastTheApi(manifests) }]), {
        semantics: 'calico-3.32',
        pending,
      });
      for (const { allowed, ...probe } of recorded) {
        probes++;
        expect([id, probe, judge(probe)]).toEqual([id, probe, allowed ? 'allowed' : 'denied']);
      }
    }
    expect(probes).toBe(count);
  });
});

describe('selectorTest', () => {
  it('agrees with every recorded selector', () => {
    const valid = casesOf<RecordedSelector>('calico-selectors').filter((recorded) => recorded.valid);
    expect(valid.length).toBeGreaterThan(50);
    for (const { selector, labels, match } of valid) {
      const parsed = parseCalicoSelector(selector);
      if ('error' in parsed) throw new Error(`${selector}: ${parsed.error.message}`);
      expect([selector, selectorTest(parsed.tree)(new Map(Object.entries(labels)))]).toEqual([selector, match]);
    }
  });
});
