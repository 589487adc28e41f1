// Facts that manifests lack, written as the manifests that would hold them: a form's answer becomes a text like any other.
import { fail, ok, type Result } from '../base/result.ts';
import type { TextChange } from '../documents/text-edit.ts';
import { blockText } from '../documents/write-block.ts';
import type { NewValue } from '../documents/write-edits.ts';

export type FactLabels = readonly (readonly [key: string, value: string])[];

const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** `team=a, env=prod`, as kubectl takes them, with commas or blanks between; fails with a sentence. */
export function parseLabels(text: string): Result<FactLabels, string> {
  const labels = new Map<string, string>();
  for (const one of text.split(/[\s,]+/).filter(Boolean)) {
    const [key = '', value, ...more] = one.split('=');
    if (value === undefined || more.length > 0 || !KEY.test(key) || !VALUE.test(value)) {
      return fail(`${one} is no label: write it like team=payments`);
    }
    labels.set(key, value);
  }
  return ok([...labels]);
}

function manifest(kind: string, names: { readonly [key: string]: string }, labels: FactLabels) {
  const metadata = { ...names, ...(labels.length === 0 ? {} : { labels: Object.fromEntries(labels) }) };
  return { apiVersion: 'v1', kind, metadata };
}

const file = (path: string, object: NewValue): NonNullable<TextChange['created']> => [
  { path, text: blockText(object) },
];
const inPath = (name: string): string => name.replace(/[^\w.-]+/g, '-');

export function namespaceFact(name: string, labels: FactLabels): TextChange {
  const object = manifest('Namespace', { name }, labels);
  return { label: `Add namespace ${name}`, edits: [], created: file(`namespace-${inPath(name)}.yaml`, object) };
}

/** `subject`: `NAMESPACE/NAME`, as assumptions name service accounts. */
export function serviceAccountFact(subject: string, labels: FactLabels): TextChange {
  const [namespace = '', name = ''] = subject.split('/');
  const object = manifest('ServiceAccount', { name, namespace }, labels);
  const path = `service-account-${inPath(namespace)}-${inPath(name)}.yaml`;
  return { label: `Add service account ${subject}`, edits: [], created: file(path, object) };
}

export function nodeFact(name: string, addresses: readonly string[]): TextChange {
  const status = { addresses: addresses.map((address) => ({ type: 'InternalIP', address })) };
  const object = { ...manifest('Node', { name }, []), status };
  return { label: `Add node ${name}`, edits: [], created: file(`node-${inPath(name)}.yaml`, object) };
}
