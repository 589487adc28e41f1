// Decodes a plain JavaScript value as one document and shows what was said about it (tests only).
import type { Diagnostic } from '../documents/diagnostic.ts';
import { decodeDocument, type UnusedObject } from '../resources/decode-documents.ts';
import type { AdminPolicyResource, Resource } from '../resources/resource.ts';
import { documentFromJson } from './document-from-json.ts';

export interface DecodedJson {
  readonly resources: readonly Resource[];
  readonly unused: readonly UnusedObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** For each diagnostic its severity, its message without the consequence, and the text it points at: `error: … @ "x"`. */
  readonly said: readonly string[];
}

export function decodeJson(json: unknown): DecodedJson {
  const { document, text } = documentFromJson(json);
  const decoded = decodeDocument(document);
  const said = decoded.diagnostics.map(({ severity, message, range }) => {
    const words = message.replace(/; (the API server|Calico) rejects the .*$/s, '');
    return `${severity}: ${words} @ ${text.slice(range.start, range.end)}`;
  });
  return { ...decoded, said };
}

/** A NetworkPolicy `x/p` with this spec. */
export function policyWith(spec: unknown, extra: object = {}): object {
  const metadata = { name: 'p', namespace: 'x', ...('metadata' in extra ? (extra.metadata as object) : {}) };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ...extra, metadata, spec };
}

/** A policy of the administrator (policy.networking.k8s.io), called `default`, with this spec. */
export function adminPolicyWith(kind: string, spec: unknown, name = 'default'): object {
  const version = kind === 'ClusterNetworkPolicy' ? 'v1alpha2' : 'v1alpha1';
  return { apiVersion: `policy.networking.k8s.io/${version}`, kind, metadata: { name }, spec };
}

/** What is said about such a policy: messages with the text they point at. Throws unless all reject the object. */
export function rejectionsOf(policy: object): readonly string[] {
  const { resources, said, diagnostics } = decodeJson(policy);
  const notRejected = diagnostics.filter((diagnostic) => diagnostic.gap !== 'rejected');
  if (notRejected.length > 0 || resources.length !== (said.length === 0 ? 1 : 0)) {
    throw new Error(`not rejected: ${notRejected.map((diagnostic) => diagnostic.message).join('; ')}`);
  }
  return said.map((line) => line.replace(/^error: /, ''));
}

/** The decoded spec of such a policy, without ranges. Throws where something is said about it. */
export function adminSpecOf(policy: object): AdminPolicyResource['spec'] {
  const { resources, said } = decodeJson(policy);
  const [first] = resources;
  if (said.length > 0 || !first || !('spec' in first) || !('tier' in first.spec)) throw new Error(said.join('\n'));
  return JSON.parse(JSON.stringify(first.spec, (key, part) => (key === 'range' || key === 'bits' ? undefined : part)));
}
