// The fields of a NetworkPolicy (networking.k8s.io/v1): what each means, in one sentence, and what may be written there.

/** Where completion finds live values for a field. */
type ValueSource = 'namespace-name' | 'port' | 'label-key' | 'label-value';

export interface FieldSchema {
  /** `map` has free keys (labels); `scalar` is one value. */
  readonly type: 'object' | 'list' | 'map' | 'scalar';
  readonly describe: string;
  readonly fields?: Readonly<Record<string, FieldSchema>>;
  /** Of a list: its items; of a map: its values. */
  readonly item?: FieldSchema;
  readonly values?: readonly string[];
  readonly source?: ValueSource;
}

function scalar(describe: string, more: Pick<FieldSchema, 'values' | 'source'> = {}): FieldSchema {
  return { type: 'scalar', describe, ...more };
}

function object(describe: string, fields: Readonly<Record<string, FieldSchema>>): FieldSchema {
  return { type: 'object', describe, fields };
}

function list(describe: string, item: FieldSchema): FieldSchema {
  return { type: 'list', describe, item };
}

function labels(describe: string): FieldSchema {
  return { type: 'map', describe, item: scalar('The value the label must have.', { source: 'label-value' }) };
}

const requirement = object('One requirement on the labels.', {
  key: scalar('The label the requirement is about.', { source: 'label-key' }),
  operator: scalar(
    'In and NotIn compare with values; Exists and DoesNotExist look only for the key. NotIn also holds where the label is missing.',
    { values: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
  ),
  values: list(
    'The values for In and NotIn; left out for Exists and DoesNotExist.',
    scalar('One value.', { source: 'label-value' }),
  ),
});

function selector(describe: string): FieldSchema {
  return object(describe, {
    matchLabels: labels('Labels that must all be there with exactly these values.'),
    matchExpressions: list('Requirements that must all hold, besides matchLabels.', requirement),
  });
}

const peer = object('One peer. Items of the list are alternatives; the two selectors of one item must both hold.', {
  podSelector: selector(
    'Pods by their labels: in the policy’s own namespace, or in those that namespaceSelector beside it selects. {} selects all.',
  ),
  namespaceSelector: selector(
    'Namespaces by their labels; without podSelector beside it, all their pods. {} selects every namespace.',
  ),
  ipBlock: object('A range of addresses, meant for addresses outside the cluster; stands alone in its item.', {
    cidr: scalar('The range, such as 10.0.0.0/8 or 2001:db8::/32.'),
    except: list(
      'Ranges within cidr that this item leaves out. Another item or policy may still allow them.',
      scalar('A range that lies strictly within cidr.'),
    ),
  }),
});

const port = object('One port or range. Several items are alternatives.', {
  protocol: scalar('TCP where it is left out.', { values: ['TCP', 'UDP', 'SCTP'] }),
  port: scalar(
    'The port the pod listens on (not the Service’s), by number or by the name of the container port; every port of the protocol where it is left out.',
    { source: 'port' },
  ),
  endPort: scalar('The last port of a range that begins at port, which must be a number.'),
});

const ports = list('The ports the rule allows; all traffic where it is missing or empty.', port);

const meta = object('The object’s name, namespace and labels.', {
  name: scalar('The name, unique among the NetworkPolicies of the namespace.'),
  namespace: scalar('The namespace whose pods the policy can apply to; default where it is left out.', {
    source: 'namespace-name',
  }),
  labels: {
    type: 'map',
    describe: 'Labels of the policy itself; they decide nothing.',
    item: scalar('A label value.'),
  },
  annotations: { type: 'map', describe: 'Free notes; they decide nothing.', item: scalar('A text.') },
});

const spec = object('Which pods the policy applies to, and what it allows them.', {
  podSelector: selector(
    'The pods the policy applies to, in its own namespace. {} or nothing selects all of them. What no policy applies to stays open.',
  ),
  policyTypes: list(
    'The directions in which the selected pods become isolated. Left out: Ingress, and Egress too where there is an egress rule.',
    scalar('A direction.', { values: ['Ingress', 'Egress'] }),
  ),
  ingress: list(
    'What may reach the selected pods. Rules add up over all policies; an empty list allows nothing.',
    object('One rule: traffic from any of the peers, on any of the ports.', {
      from: list(
        'Who may connect; everyone, addresses outside the cluster included, where it is missing or empty.',
        peer,
      ),
      ports,
    }),
  ),
  egress: list(
    'What the selected pods may reach. The other end must allow it as well; replies need no rule.',
    object('One rule: traffic to any of the peers, on any of the ports.', {
      to: list(
        'Where they may connect; everywhere, addresses outside the cluster included, where it is missing or empty.',
        peer,
      ),
      ports,
    }),
  ),
});

const networkPolicySchema: FieldSchema = object('A NetworkPolicy.', {
  apiVersion: scalar('The version of the API.', { values: ['networking.k8s.io/v1'] }),
  kind: scalar('The kind of the object.', { values: ['NetworkPolicy'] }),
  metadata: meta,
  spec,
});

/** The schema at `path` from the object's root; list items are `[]` or their index. Undefined for an unknown field. */
export function schemaAt(path: readonly (string | number)[]): FieldSchema | undefined {
  let schema: FieldSchema | undefined = networkPolicySchema;
  for (const step of path) {
    if (!schema) return undefined;
    const isItem = typeof step === 'number' || step === '[]';
    if (schema.type === 'list') schema = isItem ? schema.item : undefined;
    else if (schema.type === 'map') schema = isItem ? undefined : schema.item;
    else schema = isItem ? undefined : fieldOf(schema, step);
  }
  return schema;
}

function fieldOf(schema: FieldSchema, name: string): FieldSchema | undefined {
  return schema.fields && Object.hasOwn(schema.fields, name) ? schema.fields[name] : undefined;
}
