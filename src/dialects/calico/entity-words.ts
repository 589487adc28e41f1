// How a sentence names whom one side of a rule means, in the author's own selectors.
import type { CalicoEntity, SelectorField } from '../../resources/calico-resource.ts';

/** A selector longer than this says less in a sentence than its place in the text. */
const MAX_TEXT = 100;

const short = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

function isCall(field: SelectorField | undefined, op: 'all' | 'global'): boolean {
  return field?.tree.op === op;
}

/** `in namespaces with team == 'a'`; in a namespaced policy, selectors alone mean its own namespace. */
function place(namespaces: SelectorField | undefined, namespace: string): string {
  if (isCall(namespaces, 'global')) return '';
  if (isCall(namespaces, 'all')) return ' in any namespace';
  if (namespaces) return ` in namespaces with ${short(namespaces.text.trim())}`;
  return namespace === '' ? '' : ` in namespace ${namespace}`;
}

/** Labels and service accounts that objects must have. */
function qualities({ selector, notSelector, serviceAccounts }: CalicoEntity): string[] {
  const accounts = serviceAccounts?.names ?? [];
  return [
    ...(selector && !isCall(selector, 'all') ? [`with ${short(selector.text.trim())}`] : []),
    ...(notSelector ? [`not with ${short(notSelector.text.trim())}`] : []),
    ...(accounts.length > 0 ? [`of service account ${accounts.join(' or ')}`] : []),
    ...(serviceAccounts?.selector ? [`of service accounts with ${short(serviceAccounts.selector.text.trim())}`] : []),
  ];
}

function objects(entity: CalicoEntity, namespace: string): string | undefined {
  const { selector, notSelector, namespaceSelector, serviceAccounts } = entity;
  const accounts = serviceAccounts && (serviceAccounts.names.length > 0 || serviceAccounts.selector);
  if (!selector && !namespaceSelector && !accounts) {
    if (!notSelector) return undefined;
    // Calico: in a global policy `notSelector` alone means every address of no such object.
    if (namespace === '') return `anything but endpoints or network sets with ${short(notSelector.text.trim())}`;
  }
  const isGlobal = isCall(namespaceSelector, 'global');
  const noun = accounts ? 'pods' : isGlobal ? 'host endpoints or global network sets' : 'endpoints or network sets';
  return `${[noun, ...qualities(entity)].join(' ')}${place(namespaceSelector, namespace)}`;
}

function addresses({ nets, notNets }: CalicoEntity): string | undefined {
  const list = (all: CalicoEntity['nets']): string =>
    all.length > 3 ? `${all.length} address ranges` : all.map((net) => net.text).join(' or ');
  if (nets.length > 0) return notNets.length > 0 ? `${list(nets)} but ${list(notNets)}` : list(nets);
  return notNets.length > 0 ? `anything but ${list(notNets)}` : undefined;
}

/** `endpoints or network sets with app == 'web' in namespace shop`; undefined where the side means everybody. */
export function entityWords(entity: CalicoEntity, namespace: string): string | undefined {
  const { services, domains } = entity;
  const parts = [
    objects(entity, namespace),
    addresses(entity),
    services && `what is behind service ${services.namespace === '' ? '' : `${services.namespace}/`}${services.name}`,
    domains.length > 0 ? domains.join(' or ') : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', as far as they are ');
}
