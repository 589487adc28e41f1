// How near a name is to what was typed.

/** 0 the name itself, 1 begins with it, 2 a word of it does, 3 holds it, 4 what is said of it does, 5 its letters in this order. */
export type MatchRank = 0 | 1 | 2 | 3 | 4 | 5;

/** Fewer letters stand in this order in almost every name. */
const SHORTEST_FUZZY = 3;

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Undefined where it does not match: all words must occur in the name or in what is said of it. */
export function matchRank(words: readonly string[], name: string, said = ''): MatchRank | undefined {
  const lower = name.toLowerCase();
  const whole = words.join(' ');
  const around = said.toLowerCase();
  if (words.every((word) => lower.includes(word) || around.includes(word)))
    return nearness(lower, whole, words[0] ?? '');
  const letters = words.join('');
  return letters.length >= SHORTEST_FUZZY && holdsInOrder(lower, letters) ? 5 : undefined;
}

function nearness(name: string, whole: string, first: string): MatchRank {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  const at = name.indexOf(first);
  if (at < 0) return 4;
  return at === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(at - 1)) ? 2 : 3;
}

/** Each letter begins a word or follows on the one before, so that `awd` finds `allow-web-dns` and not `always-wrong-order`. */
function holdsInOrder(name: string, letters: string): boolean {
  const from = (start: number, at: number): boolean => {
    if (at === letters.length) return true;
    const letter = letters.charAt(at);
    for (let found = name.indexOf(letter, start); found >= 0; found = name.indexOf(letter, found + 1)) {
      const isNext = at > 0 && found === start;
      const isWord = found === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(found - 1));
      if ((isNext || isWord) && from(found + 1, at + 1)) return true;
    }
    return false;
  };
  return from(0, 0);
}
