// Where the end of an unfinished value lies inside `{…}` and `[…]`, as in `policyTypes: [Ing`.

export interface FlowPlace {
  /** Steps from the value to the innermost open bracket's content. */
  readonly path: readonly string[];
  readonly role: 'key' | 'value';
  /** Offset in the value where the word being typed starts. */
  readonly start: number;
}

interface Level {
  readonly bracket: string;
  key: string | undefined;
}

/** Reads `value`, cut off at the cursor. */
export function flowPlace(value: string): FlowPlace {
  const levels: Level[] = [];
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    const character = value[i] ?? '';
    const level = levels.at(-1);
    const opens =
      (character === '{' || character === '[') && (level !== undefined || value.slice(start, i).trim() === '');
    if (character === '"' || character === "'") {
      const close = value.indexOf(character, i + 1);
      if (close < 0) break;
      i = close;
    } else if (opens) {
      levels.push({ bracket: character, key: undefined });
      start = i + 1;
    } else if (level && (character === '}' || character === ']')) levels.pop();
    else if (level && character === ',') {
      level.key = undefined;
      start = i + 1;
    } else if (level?.bracket === '{' && character === ':' && level.key === undefined) {
      level.key = value
        .slice(start, i)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      start = i + 1;
    }
  }
  while (value[start] === ' ') start++;
  const path: string[] = [];
  for (const { bracket, key } of levels) {
    if (bracket === '[') path.push('[]');
    else if (key !== undefined) path.push(key);
  }
  const innermost = levels.at(-1);
  const role = innermost?.bracket === '{' && innermost.key === undefined ? 'key' : 'value';
  return { path, role, start };
}
