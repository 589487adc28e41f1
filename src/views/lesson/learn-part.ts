// The list of lessons, whose code comes when it is first wanted.
import { codePart } from '../code-part.ts';

export const learnPart = codePart(async () => (await import('./LearnScreen.tsx')).LearnScreen);
