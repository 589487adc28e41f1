// The definitions of a posture's numbers are those of its page in the docs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { postureWords, unknownWords } from './posture-words.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/posture.md'), 'utf8').replaceAll(/\s+/g, ' ');

it.each(Object.entries(postureWords))('docs/posture.md says what %s means', (_, { title, definition }) =>
  expect(docs).toContain(`**${title}**: ${definition}`),
);

it('docs/posture.md says what becomes of the unknown', () => expect(docs).toContain(unknownWords));
