// Reads `types` of a Calico policy: which directions it governs, said or inferred.
import type { CalicoDirection, CalicoPolicySpec } from './calico-resource.ts';
import { type Field, pathOf, placeOf, readList, readString, rejectAt, rejectUnsupported } from './field.ts';
import type { MapFields } from './map-fields.ts';
import { fixOf, insertEdit, replaceValue } from './quick-fixes.ts';

const TYPES = ['Ingress', 'Egress'] as const;
const RULES = ['ingress', 'egress'] as const;

type PolicyTypes = Pick<CalicoPolicySpec, 'types' | 'typesGiven'>;

/** What is said; else what Calico fills in. `raw`: nobody fills it in, and Felix governs both directions. */
export function readPolicyTypes(spec: MapFields | undefined, raw: boolean): PolicyTypes {
  const field = spec?.get('types');
  const given = readGiven(field, raw);
  if (field && given.length > 0) return { types: given, typesGiven: field.context.rangeOf(field.value) };
  if (raw) return { types: TYPES, typesGiven: undefined };
  const types = inferred(RULES.map((name) => isListed(spec?.get(name)) && !isEmpty(spec?.get(name))));
  const byPresence = inferred(RULES.map((name) => isListed(spec?.get(name))));
  if (spec && types.join() !== byPresence.join()) warnOfEmptyList(spec, types, byPresence);
  return { types, typesGiven: undefined };
}

function readGiven(field: Field | undefined, raw: boolean): readonly CalicoDirection[] {
  const found: CalicoDirection[] = [];
  for (const item of readList(field)) {
    const text = readString(item);
    if (text === undefined) continue;
    const type = TYPES.find((known) => known === text || (raw && known.toLowerCase() === text));
    if (!type) rejectUnsupported(item, text, TYPES);
    else if (found.includes(type)) {
      rejectTwice(item, type);
      break;
    } else found.push(type);
  }
  return found;
}

function rejectTwice({ parent }: Field, type: CalicoDirection): void {
  if (!parent) return;
  const kept = [...new Set(readList(parent).flatMap((item) => readString(item) ?? []))];
  const fixes = [replaceValue(parent, kept)];
  rejectAt(parent, `'${type}' type specified more than once`, { advice: 'Name each direction once.', fixes });
}

const isListed = (field: Field | undefined): boolean => field?.value.kind === 'list';
const isEmpty = (field: Field | undefined): boolean => field?.value.kind === 'list' && field.value.items.length === 0;

/** Calico API, NetworkPolicySpec: egress alone if there are egress rules alone. */
function inferred([ingress, egress]: readonly boolean[]): readonly CalicoDirection[] {
  if (!egress) return ['Ingress'];
  return ingress ? TYPES : ['Egress'];
}

/** calicoctl and the API server of Calico count rules; with the native resources of 3.32 it matters that the field is there. */
function warnOfEmptyList(
  spec: MapFields,
  types: readonly CalicoDirection[],
  byPresence: readonly CalicoDirection[],
): void {
  const field = RULES.map((name) => spec.get(name)).find(isEmpty);
  if (!field) return;
  const words = (list: readonly CalicoDirection[]): string => `[${list.join(', ')}]`;
  const add = (list: readonly CalicoDirection[]) =>
    fixOf(`Add \`types: ${words(list)}\``, insertEdit(spec.field, 'types', list));
  field.context.warn({
    span: placeOf(field),
    code: 'types-implicit',
    message: `${pathOf(field)}: an empty list without \`types\` is read in two ways: as ${words(types)} by calicoctl and Calico's API server, which is taken here, and as ${words(byPresence)} where Calico's resources are native`,
    advice: 'Write `types`.',
    fixes: [...add(types), ...add(byPresence)],
  });
}
