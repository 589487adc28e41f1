// Numbers with their unit.

/** `1 pod`, `1,200 pods`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
