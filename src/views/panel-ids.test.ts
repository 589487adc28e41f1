// Panels put their ids into `data-testid` too, where page tests look for the hooks of parts; the two may not meet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const texts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'));

const found = (pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));

it('panels are not called like hooks', () => {
  const hooks = found(/data-testid="([^"]+)"/g);
  const panels = found(/<(?:Panel|Group)\b[^>]*?\bid="([^"]+)"/gs);
  expect(panels.length).toBeGreaterThan(5);
  expect(panels.filter((id) => hooks.includes(id))).toEqual([]);
});
