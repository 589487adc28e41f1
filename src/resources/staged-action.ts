// Reads what a staged policy shall do to the enforced one when it is committed.
import type { StagedAction } from './calico-resource.ts';
import { placeOf, readString, rejectAt, rejectUnsupported } from './field.ts';
import type { MapFields } from './map-fields.ts';

const ACTIONS = ['Set', 'Delete', 'Learn', 'Ignore'] as const;

/** `Set` where none is given. A deletion has no other fields than those in `kept`. */
export function readStagedAction(spec: MapFields | undefined, kept: readonly string[]): StagedAction {
  const field = spec?.get('stagedAction');
  const text = readString(field);
  if (!spec || !field || !text) return 'Set';
  const action = ACTIONS.find((known) => known === text);
  if (!action) rejectUnsupported(field, text, ACTIONS);
  if (action === 'Delete') checkDeletion(spec, ['stagedAction', ...kept]);
  return action ?? 'Set';
}

function checkDeletion(spec: MapFields, kept: readonly string[]): void {
  const given = spec.all().find(({ key, value }) => !kept.includes(String(key)) && !isZero(value));
  if (!given) return;
  const except = kept.includes('tier') ? ', except Tier,' : '';
  const why = `Spec fields${except} should all be zero-value if stagedAction is Delete`;
  const advice = `Remove \`${given.key}\`: a deletion needs the name of the policy only.`;
  rejectAt(spec.field, why, { span: placeOf(given), advice });
}

/** What Go's decoder makes the zero value of a field. */
function isZero(value: MapFields['field']['value']): boolean {
  switch (value.kind) {
    case 'null':
      return true;
    case 'map':
      return value.entries.length === 0;
    case 'list':
      return value.items.length === 0;
    case 'bool':
      return !value.value;
    case 'string':
      return value.value === '';
    default:
      // A pointer to zero is not the zero value.
      return false;
  }
}
