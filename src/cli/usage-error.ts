// Thrown where a command is used wrongly; the message says what to do instead. Ends with exit status 2.

export class UsageError extends Error {
  override readonly name = 'UsageError';
}
