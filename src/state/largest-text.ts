// From which size on a file is no text to edit.

/**
 * Code units that the editor lets people type in; beyond it a text is shown read-only and without help. A file of more bytes
 * is read for its facts as soon as it is opened: the policies in it become texts of their own, which can be edited.
 */
export const LARGEST_TEXT = 2 * 1024 * 1024;
