// Moving a tier: by its order.
import type { Manifests } from '../../documents/manifest.ts';
import { setFields } from '../../documents/set-field.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import type { Resource } from '../../resources/resource.ts';

export function placeTier(
  { kind, range }: Resource,
  order: number,
  manifests: Manifests,
): readonly TextEdit[] | undefined {
  return kind === 'Tier' ? setFields(manifests, range, ['spec'], { order }) : undefined;
}
