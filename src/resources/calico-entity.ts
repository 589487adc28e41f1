// Reads one side of a Calico rule (EntityRule): whose packets it is about.
import { ENTITY_HINTS } from './calico-hints.ts';
import { calicoNameErrors } from './calico-kind.ts';
import { type NetField, readRuleNets } from './calico-nets.ts';
import { readCalicoPorts } from './calico-ports.ts';
import type { CalicoEntity } from './calico-resource.ts';
import { type Field, pathOf, placeOf, readList, readString, rejectAt, rejectMissing, rejectValue } from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { readSelector } from './selector-field.ts';
import { setForDomains } from './set-for-domains.ts';

const ENTITY = new Set([
  'nets',
  'notNets',
  'selector',
  'notSelector',
  'namespaceSelector',
  'ports',
  'notPorts',
  'serviceAccounts',
  'services',
  'domains',
]);
const SERVICES = new Set(['name', 'namespace']);
const SERVICE_ACCOUNTS = new Set(['names', 'selector']);

/** A side, with the places that rules about the whole rule point at. */
export interface EntityFields {
  readonly entity: CalicoEntity;
  readonly fields: MapFields | undefined;
  readonly nets: readonly NetField[];
  readonly notNets: readonly NetField[];
}

/** A side that is not written, or could not be read, matches everything. */
export function readEntity(field: Field | undefined): EntityFields {
  const fields = readMap(field, ENTITY, ENTITY_HINTS);
  const get = (name: string): Field | undefined => fields?.get(name);
  const nets = readRuleNets(get('nets'));
  const notNets = readRuleNets(get('notNets'));
  const entity: CalicoEntity = {
    nets: nets.map((net) => net.cidr),
    notNets: notNets.map((net) => net.cidr),
    selector: readSelector(get('selector'), 'nowhere'),
    notSelector: readSelector(get('notSelector')),
    namespaceSelector: readSelector(get('namespaceSelector'), 'alone'),
    serviceAccounts: readServiceAccounts(get('serviceAccounts')),
    services: readServices(get('services')),
    ports: readCalicoPorts(get('ports')),
    notPorts: readCalicoPorts(get('notPorts')),
    domains: readDomains(get('domains')),
    range: field?.context.rangeOf(field.value),
  };
  if (fields) checkServices(fields, entity);
  return { entity, fields, nets, notNets };
}

/** Calico Enterprise matches names of hosts; who evaluates the policy decides what it makes of them. */
export function readDomains(field: Field | undefined): readonly string[] {
  if (!field) return [];
  const { context } = field;
  const names = readList(field).flatMap((item) => readString(item) ?? []);
  const place = { path: pathOf(field), range: context.rangeOf(placeOf(field)) };
  context.enterpriseFields.push({ ...place, fixes: setForDomains(field, names) });
  return names;
}

function readServiceAccounts(field: Field | undefined): CalicoEntity['serviceAccounts'] {
  const fields = readMap(field, SERVICE_ACCOUNTS);
  if (!fields) return undefined;
  const names = readList(fields.get('names')).flatMap((item) => readString(item) ?? []);
  return { names, selector: readSelector(fields.get('selector')) };
}

function readServices(field: Field | undefined): CalicoEntity['services'] {
  const fields = readMap(field, SERVICES);
  if (!field || !fields) return undefined;
  const [name = '', namespace = ''] = ['name', 'namespace'].map((part) => {
    const place = fields.get(part);
    const text = readString(place);
    if (place && text) for (const why of calicoNameErrors(text)) rejectValue(place, text, why);
    return text;
  });
  if (!fields.get('name') || readsEmpty(fields, 'name'))
    rejectMissing(field, 'name', 'must specify a service name', 'Name the service.');
  return { name, namespace };
}

function readsEmpty(fields: MapFields, name: string): boolean {
  const value = fields.get(name)?.value;
  return value?.kind === 'string' && value.value === '';
}

/** Calico API, EntityRule: a service stands for the addresses (and in destinations the ports) of its endpoints. */
function checkServices(fields: MapFields, entity: CalicoEntity): void {
  const services = fields.get('services');
  if (!services || !entity.services) return;
  const written = (name: string): boolean => {
    const value = fields.get(name)?.value;
    return (
      value !== undefined &&
      !(value.kind === 'string' && value.value === '') &&
      !(value.kind === 'list' && value.items.length === 0)
    );
  };
  const refuse = (what: string, names: readonly string[]): void => {
    const there = names.filter(written).map((name) => `\`${name}\``);
    if (there.length === 0) return;
    const advice = `Make two rules of it, or remove ${there.join(' and ')} or \`services\`.`;
    rejectAt(services, `cannot specify ${what} and Services on the same rule`, { advice, span: placeOf(services) });
  };
  refuse('NamespaceSelector', ['namespaceSelector']);
  refuse('Selector/NotSelector', ['selector', 'notSelector']);
  refuse('ServiceAccounts', ['serviceAccounts']);
  refuse('Nets/NotNets', ['nets', 'notNets']);
}
