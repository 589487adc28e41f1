// Addresses that are left out again: all, some and none.
import { expect, it } from 'vitest';
import { messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { netsOverlapNotnetsEmpty as lint } from './nets-overlap-notnets-empty.ts';

const calico = (source: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {types: [Ingress], ingress: [{action: Allow, source: ${source}}]}}`;
const kubernetes = (except: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: a}, spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ${except}}}]}]}}`;

it('finds exceptions that cover everything together', () => {
  expect(messagesOf(lint, kubernetes('[10.0.0.0/9, 10.128.0.0/9]'))).toEqual([
    '`except` leaves out all of 10.0.0.0/8 that `cidr` names, so this matches nothing',
  ]);
  expect(placesOf(lint, calico('{nets: [10.1.0.0/16, 10.2.0.0/16], notNets: [10.0.0.0/8]}'))).toEqual(['[10.0.0.0/8]']);
});

it.each([
  calico('{nets: [10.1.0.0/16, 11.0.0.0/8], notNets: [10.0.0.0/8]}'),
  calico('{notNets: [10.0.0.0/8]}'),
  kubernetes('[10.0.0.0/9]'),
  kubernetes('[]'),
])('is silent about %s', (text) => expect(messagesOf(lint, text)).toEqual([]));
