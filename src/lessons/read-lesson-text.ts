// The texts of lessons: paragraphs with `code` and **strong**, and fenced blocks of YAML. Nothing else, so nothing can be hidden in it.

export interface TextSpan {
  readonly kind: 'text' | 'code' | 'strong';
  readonly text: string;
}

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly spans: readonly TextSpan[] }
  | { readonly kind: 'code'; readonly text: string };

const SPAN = /`([^`]+)`|\*\*([^*]+)\*\*/g;

function spansOf(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) spans.push({ kind: 'text', text: text.slice(at, end) });
  };
  for (const match of text.matchAll(SPAN)) {
    plain(match.index);
    const [all, code, strong] = match;
    spans.push(code === undefined ? { kind: 'strong', text: strong ?? '' } : { kind: 'code', text: code });
    at = match.index + all.length;
  }
  plain(text.length);
  return spans;
}

/** Lines of a paragraph flow together; an empty line ends it. A fence that is not closed goes on to the end. Never throws. */
export function readLessonText(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  let fenced: string[] | undefined;
  const endParagraph = (): void => {
    const joined = lines.join(' ').trim();
    if (joined) blocks.push({ kind: 'paragraph', spans: spansOf(joined) });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const isFence = /^\s*```/.test(line);
    if (fenced && isFence) {
      blocks.push({ kind: 'code', text: fenced.join('\n') });
      fenced = undefined;
    } else if (fenced) fenced.push(line);
    else if (isFence) {
      endParagraph();
      fenced = [];
    } else if (line.trim()) lines.push(line.trim());
    else endParagraph();
  }
  if (fenced) blocks.push({ kind: 'code', text: fenced.join('\n') });
  endParagraph();
  return blocks;
}
