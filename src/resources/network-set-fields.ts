// Reads what NetworkSet and GlobalNetworkSet share: addresses under the object's labels.
import { readDomains } from './calico-entity.ts';
import { readNets } from './calico-nets.ts';
import type { NetworkSetResource } from './calico-resource.ts';
import { rejectAt } from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';

const SPEC = new Set(['nets', 'allowedEgressDomains']);
/** Calico itself gives it to the sets of a namespace. */
const RESERVED_LABEL = 'projectcalico.org/namespace';

export function readNetworkSet(root: MapFields): Pick<NetworkSetResource, 'nets' | 'domains' | 'enterpriseFields'> {
  const labels = readMap(readMap(root.get('metadata'), 'open')?.get('labels'), 'open');
  const reserved = labels?.all().find((label) => label.key === RESERVED_LABEL);
  if (labels && reserved?.keySpan) {
    const advice = 'Remove it: Calico adds it by itself.';
    rejectAt(labels.field, `${RESERVED_LABEL} is not a valid label name`, { span: reserved.keySpan, advice });
  }
  const spec = readMap(root.get('spec'), SPEC);
  const nets = readNets(spec?.get('nets'));
  const domains = readDomains(spec?.get('allowedEgressDomains'));
  return { nets, domains, enterpriseFields: root.field.context.enterpriseFields };
}
