// Keys as actions name them.
import { expect, it } from 'vitest';
import { chordText, isPressed } from './key-chord.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it('tells chords apart', () => {
  expect(isPressed('g', { ...none, key: 'g' })).toBe(true);
  expect(isPressed('g', { ...none, key: 'g', ctrlKey: true })).toBe(false);
  expect(isPressed('g', { ...none, key: 'G', shiftKey: true })).toBe(false);
  expect(isPressed('?', { ...none, key: '?', shiftKey: true })).toBe(true);
  expect(isPressed('Mod+z', { ...none, key: 'z', metaKey: true })).toBe(true);
  expect(isPressed('Mod+z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(false);
  expect(isPressed('Mod+Shift+z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(true);
  expect(isPressed('Mod+z', { ...none, key: 'z', ctrlKey: true, altKey: true })).toBe(false);
});

it('writes them as the platform does', () => {
  expect(chordText('Mod+Shift+z', false)).toBe('Ctrl+Shift+Z');
  expect(chordText('Mod+Shift+z', true)).toBe('⇧⌘Z');
  expect(chordText('g', true)).toBe('g');
  expect(chordText('Escape', false)).toBe('Esc');
});
