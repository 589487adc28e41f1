// What texts of lessons may not hold: markup that would be shown as it stands, and signs that nobody sees.
import { visibleParts } from '../base/visible-text.ts';

/** What is wrong with a text, and what to do; undefined where nothing is. */
export function lessonTextFault(text: string): { readonly message: string; readonly advice: string } | undefined {
  const hidden = visibleParts(text.replaceAll('\n', ' ')).find(({ invisible }) => invisible);
  if (hidden) return { message: `it holds a sign that nobody sees (${hidden.text})`, advice: 'Take it out.' };
  if ((text.match(/^\s*```/gm)?.length ?? 0) % 2 === 1) {
    return { message: 'a block begun with ``` is not closed', advice: 'Write ``` on a line of its own after it.' };
  }
  const flowing = text.replaceAll(/^\s*```[\s\S]*?^\s*```[^\n]*$/gm, '');
  for (const paragraph of flowing.split(/\n\s*\n/)) {
    const plain = paragraph.replaceAll(/`[^`]+`/g, '');
    if (plain.includes('`'))
      return { message: 'a backtick is not closed', advice: 'Write `code` between two backticks.' };
    const quiet = plain.replaceAll(/\*\*[^*]+\*\*/g, '');
    if (quiet.includes('**'))
      return { message: '`**` is not closed', advice: 'Write **strong** between two pairs of stars.' };
    if (/\]\([^)]*\)|https?:\/\//.test(quiet)) {
      return { message: 'links are not shown in it', advice: 'Put the page under `receipts`.' };
    }
    if (/<\/?[a-zA-Z][^>]*>/.test(quiet)) {
      return { message: 'HTML is shown as it stands', advice: 'Use `code` and **strong**.' };
    }
  }
  return undefined;
}
