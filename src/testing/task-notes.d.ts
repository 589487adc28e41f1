// What a test tells beside passing: `npm test` prints it under the stage.
import 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    note?: string;
  }
}
