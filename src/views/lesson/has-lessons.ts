// Whether this page brings its lessons along: a saved report does not, for it is a review that one sends to others.
export const hasLessons = import.meta.env.MODE !== 'report';
