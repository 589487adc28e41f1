// Running a task later, so that tests can hold the clock.

/** Runs the task after that many milliseconds; returns the function that calls it off. */
export type Schedule = (task: () => void, milliseconds: number) => () => void;

export const scheduleInBrowser: Schedule = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};
