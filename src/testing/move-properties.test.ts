// A move in any cluster does just what was asked: the evaluation order after its edits is the wanted one, and nothing else moved.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import type { MoveTarget } from '../engine/move-request.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { runs, timeFor } from './property-runs.ts';

/** A move of anything to anywhere, by what chance picks. */
function anyTarget(
  { policies, tiers }: Snapshot,
  [what, where, before]: readonly [number, number, number],
): MoveTarget {
  const pick = <Item>(list: readonly Item[], chance: number): Item | undefined =>
    list[chance % Math.max(1, list.length)];
  const tier = pick(tiers, where)?.name ?? '';
  const policy = pick(policies, what);
  if (!policy || what % 7 === 0) {
    const next = pick([undefined, ...tiers], before)?.name;
    return { type: 'tier', id: tier, ...(next === undefined || next === tier ? {} : { before: next }) };
  }
  const inTier = policies.filter((one) => one.tier === tier && one !== policy);
  const next = pick([undefined, ...inTier], before)?.id;
  return { type: 'policy', id: policy.id, tier, ...(next === undefined ? {} : { before: next }) };
}

/** Ids by tier without those that only follow another. */
const order = ({ policies }: Snapshot): string[] =>
  policies.filter(({ follows }) => follows === undefined).map(({ id, tier }) => `${tier} ${id}`);

function wantedOrder(before: Snapshot, target: MoveTarget, id: string): string[] {
  if (target.type === 'tier') return order(before);
  const rest = order(before).filter((entry) => !entry.endsWith(` ${target.id}`));
  const own = rest.filter((entry) => entry.startsWith(`${target.tier} `));
  const at = target.before === undefined ? own.length : own.indexOf(`${target.tier} ${target.before}`);
  const inTier = own.toSpliced(at, 0, `${target.tier} ${id}`);
  return [...rest.filter((entry) => !own.includes(entry)), ...inTier].sort();
}

it('puts what moves where it was wanted, or edits nothing', { timeout: timeFor(180) }, () => {
  let moved = 0;
  const chance = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
  fc.assert(
    fc.property(calicoClusterArbitrary, chance, (generated, picks) => {
      const session = new EngineSession(() => 0);
      const files = calicoFiles(generated);
      session.load(files, { ...defaultOptions, ...generated.reading });
      const before = session.draft.snapshot;
      const target = anyTarget(before, picks);
      const answer = session.move({ ...target, ports: 'declared' });
      expect(session.draft.snapshot).toBe(before);
      if ('refusal' in answer) {
        expect(answer).not.toHaveProperty('edits');
        return;
      }
      moved++;
      const after = files.map(({ path, text }) => ({
        path,
        text: applyEdits(
          text,
          answer.edits.filter(({ file }) => file === path),
        ),
      }));
      session.load(after, { ...defaultOptions, ...generated.reading });
      const now = session.draft.snapshot;
      expect(order(now).sort()).toEqual(wantedOrder(before, target, answer.id).sort());
      if (target.type === 'policy') {
        const stands = (snapshot: Snapshot, id: string) =>
          snapshot.policies
            .filter((one) => one.tier === target.tier && one.follows === undefined)
            .findIndex((one) => one.id === id);
        expect(stands(now, answer.id)).toBe(answer.at - 1);
        const others = (snapshot: Snapshot) =>
          order(snapshot).filter((entry) => !entry.endsWith(` ${target.id}`) && !entry.endsWith(` ${answer.id}`));
        // Tiers that only this policy named come and go with it.
        expect(others(now)).toEqual(others(before));
      }
    }),
    runs(100),
  );
  expect(moved).toBeGreaterThan(20);
});
