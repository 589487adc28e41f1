// The workbench with a lesson beside it, whose code comes when it is first wanted.
import { codePart } from '../code-part.ts';

export const lessonPart = codePart(async () => (await import('./LessonPanes.tsx')).LessonPanes);
