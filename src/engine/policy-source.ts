// Where the policies of a snapshot are written: the manifests, and the objects in them.
import { Manifests } from '../documents/manifest.ts';
import type { Policy } from '../model/policy.ts';
import type { Resource } from '../resources/resource.ts';
import { isPolicyKind } from './policy-kinds.ts';
import type { Snapshot } from './snapshot.ts';

export const manifestsOf = ({ readings }: Pick<Snapshot, 'readings'>): Manifests =>
  new Manifests(readings.map(({ file }) => file));

/** The object that a policy was compiled from; undefined where no text holds it. */
export function resourceOf({ readings }: Snapshot, { range }: Pick<Policy, 'range'>): Resource | undefined {
  const reading = readings.find(({ file }) => file.path === range.file);
  if (!reading || reading.file.large) return undefined;
  return reading.decoded.resources.find(
    (one) => one.range.start === range.start && one.range.end === range.end && isPolicyKind(one.kind),
  );
}
