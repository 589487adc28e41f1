// The shape of the engine's options as links and pages bring them: what differs from the defaults.
import { fields, listOf, oneOf, text } from '../base/value-shape.ts';

const name = text(1000);

export const optionsShape = fields(
  {},
  {
    semantics: oneOf('calico-3.32', 'calico-3.31', 'calico-enterprise', 'kubernetes'),
    pending: oneOf('enforced', 'calico', 'promoted'),
    domains: listOf(fields({ name, addresses: listOf(name, 1000) }, {}), 1000),
    podCIDRs: listOf(name, 100),
    serviceCIDRs: listOf(name, 100),
    compareWith: oneOf('baseline', 'enforced'),
    ports: oneOf('declared', 'all'),
  },
);
