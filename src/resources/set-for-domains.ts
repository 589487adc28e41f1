// A network set in the place of names that open-source Calico does not look up: its addresses are kept beside the policy.
import type { QuickFix } from '../documents/diagnostic.ts';
import { entryOf } from '../documents/document-value.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import { blockText } from '../documents/write-block.ts';
import type { Field } from './field.ts';
import { edit, entryEdit, fixOf, isJson } from './quick-fixes.ts';

/** The label that the rule asks for, and the set has. */
const LABEL = 'external-service';

/** Kinds whose rules can select a set, and the kind of set. */
const SETS: ReadonlyMap<string, string> = new Map([
  ['NetworkPolicy', 'NetworkSet'],
  ['GlobalNetworkPolicy', 'GlobalNetworkSet'],
]);

function rootOf(field: Field): Field {
  return field.parent ? rootOf(field.parent) : field;
}

function namespaceOf({ value }: Field): string | undefined {
  const metadata = value.kind === 'map' ? entryOf(value, 'metadata')?.value : undefined;
  const namespace = metadata?.kind === 'map' ? entryOf(metadata, 'namespace')?.value : undefined;
  return namespace?.kind === 'string' ? namespace.value : undefined;
}

function append(root: Field, text: string): TextEdit {
  const { text: before } = root.context.object;
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const written = `${/(^|\n)$/.test(before) ? '' : '\n'}---\n${text}`;
  return edit(root, { start: before.length, end: before.length }, written.replaceAll('\n', lineBreak));
}

/** For `domains` of a rule's side that says nothing else about whom it means; none elsewhere. */
export function setForDomains(field: Field, domains: readonly string[]): readonly QuickFix[] {
  const root = rootOf(field);
  const kind = SETS.get(field.context.object.kind);
  const [first] = domains;
  const side = field.parent?.value;
  if (!kind || first === undefined || side?.kind !== 'map' || isJson(field)) return [];
  if (side.entries.some(({ key }) => key !== 'domains' && key !== 'ports')) return [];
  const name = first
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63);
  const namespace = namespaceOf(root);
  if (name === '' || (kind === 'NetworkSet' && namespace === undefined)) return [];
  const metadata = { name, ...(kind === 'NetworkSet' && namespace ? { namespace } : {}), labels: { [LABEL]: name } };
  const set = { apiVersion: 'projectcalico.org/v3', kind, metadata, spec: { nets: [] } };
  return fixOf(
    `Select a ${kind} \`${name}\`, to be filled with its addresses`,
    entryEdit(field, 'selector', `${LABEL} == '${name}'`),
    append(root, `# The addresses of ${domains.join(', ')}.\n${blockText(set)}`),
  );
}
