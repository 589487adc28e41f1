// What a rule about requests allows where nobody reads them.
import { expect, it } from 'vitest';
import { messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { httpWithoutAlp as lint } from './http-without-alp.ts';

const policy = (rule: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Allow, ${rule} }]\n`;
const http = 'http: { methods: [GET] }';

it.each([
  [`protocol: TCP, ${http}, destination: { ports: [80, "8000:8080"] }`, 'everything on TCP 80, 8000-8080'],
  [`protocol: TCP, ${http}`, 'all TCP traffic'],
  [http, 'all traffic, of every protocol'],
])('tells what %s opens', (rule, opened) => {
  expect(messagesOf(lint, policy(rule))).toEqual([
    `Without application-layer policy the \`http\` clause is ignored, and the rule allows ${opened} from whom it names`,
  ]);
  expect(placesOf(lint, policy(rule))).toEqual(['http']);
});

it('is silent about other rules', () => expect(messagesOf(lint, policy('protocol: TCP'))).toEqual([]));
