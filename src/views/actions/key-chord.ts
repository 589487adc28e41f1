// Keys as actions name them (`Mod+Shift+z`, `g`, `?`): whether an event is one, and how a platform writes it.

/** `Mod` is Command on a Mac and Control elsewhere. Letters are small; what Shift makes of a key (`?`) is the key itself. */
export type KeyChord = string;

interface Parts {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function partsOf(chord: KeyChord): Parts {
  const parts = chord.split('+');
  return { key: parts.at(-1) ?? '', mod: parts.includes('Mod'), shift: parts.includes('Shift') };
}

export function isMac(platform = navigator.platform): boolean {
  return /^(Mac|iP)/.test(platform);
}

export function isPressed(chord: KeyChord, event: Pressed): boolean {
  const { key, mod, shift } = partsOf(chord);
  const isLetter = /^[a-z]$/.test(key);
  const pressed = isLetter ? event.key.toLowerCase() : event.key;
  if (pressed !== key || event.altKey) return false;
  // Shift is part of how a sign is typed, which differs from keyboard to keyboard.
  if ((isLetter || key.length > 1) && event.shiftKey !== shift) return false;
  return mod === (event.ctrlKey || event.metaKey);
}

const names: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** `Ctrl+Shift+Z`, or `⇧⌘Z` as a Mac writes it. */
export function chordText(chord: KeyChord, mac: boolean): string {
  const { key, mod, shift } = partsOf(chord);
  const named = names[key] ?? (mod ? key.toUpperCase() : key);
  if (mac) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${named}`;
  return [mod && 'Ctrl', shift && 'Shift', named].filter(Boolean).join('+');
}
