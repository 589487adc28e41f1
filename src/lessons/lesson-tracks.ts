// The tracks that lessons are gathered in, in order.
import type { TrackId } from './lesson.ts';

export interface LessonTrack {
  readonly id: TrackId;
  readonly title: string;
  readonly about: string;
}

export const lessonTracks: readonly LessonTrack[] = [
  {
    id: 'zero-trust',
    title: 'Zero trust from nothing',
    about: 'From a cluster where everybody reaches everybody to one where only what is needed is open.',
  },
  {
    id: 'selectors',
    title: 'Selectors and rules',
    about: 'What a rule matches, and what it does not: the places where a small difference opens a lot.',
  },
  {
    id: 'calico',
    title: 'Calico',
    about: 'Order, tiers, Deny and Pass, network sets, staged policies, and hosts.',
  },
  {
    id: 'operate',
    title: 'Operate',
    about: 'Roll out, review, find what blocks, and contain a breach.',
  },
  {
    id: 'puzzles',
    title: 'Puzzles',
    about: 'Find the hole, and say it with fewer rules.',
  },
];
