// A lesson to begin with: every field with what it is for. It is proven like any other.
import type { SourceFile } from '../documents/source-file.ts';
import text from './template.lesson.yaml?raw';

export const lessonTemplate: SourceFile = { path: 'only-the-web.lesson.yaml', text };
