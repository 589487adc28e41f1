// How much a lesson may hold. Beyond it nobody learns, and a hostile file gets nowhere.

export const lessonLimits = {
  /** Characters of the file. */
  file: 256 * 1024,
  /** Characters of one of its manifests. */
  manifest: 64 * 1024,
  /** Files of one set. */
  files: 50,
  path: 200,
  title: 60,
  about: 120,
  story: 1200,
  paragraph: 1200,
  hint: 1500,
  message: 600,
  steps: 8,
  paragraphs: 16,
  goals: 24,
  /** Checks of one fact or one mistake. */
  checks: 12,
  mistakes: 10,
  looser: 6,
  receipts: 20,
} as const;
