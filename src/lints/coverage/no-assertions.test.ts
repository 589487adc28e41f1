// Told once, of sets that are worth a test.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf } from '../../testing/lint-manifests.ts';
import { noAssertions as lint } from './no-assertions.ts';

it('is told once, with the number of policies', () =>
  expect(messagesOf(lint, lint.docs.bad)).toEqual([
    'No flow is pinned, so nothing tells when a change of these 5 policies opens or closes what it should not',
  ]));

it('is silent about few policies', () =>
  expect(findingsOf(lint, lint.docs.bad.split('---\n').slice(0, 3).join('---\n'))).toEqual([]));
