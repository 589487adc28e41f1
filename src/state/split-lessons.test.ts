// What is offered as a lesson, and what stays a manifest.
import { expect, it } from 'vitest';
import { splitLessons } from './split-lessons.ts';

it('knows a lesson by its kind or by how its file is called, and leaves manifests and other people’s kinds alone', async () => {
  const lessons = [
    { path: 'a.yaml', text: 'apiVersion: sluice/v1\nkind: Lesson\nname: a\n' },
    { path: 'a.json', text: '{"apiVersion": "sluice/v1", "kind": "Lesson"}' },
    { path: 'mine.lesson.yaml', text: 'name: [damaged' },
  ];
  const manifests = [
    { path: 'b.yaml', text: 'apiVersion: sluice/v1\nkind: Assertions\n# of the Lesson\n' },
    { path: 'c.yaml', text: 'apiVersion: school.example/v1\nkind: Lesson\n' },
    {
      path: 'd.yaml',
      text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    apiVersion: sluice/v1\n    kind: Lesson\n',
    },
  ];
  expect(await splitLessons([...manifests, ...lessons])).toEqual({ lessons, manifests });
});
