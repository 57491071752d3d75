/** Says that the start is over. */
export const nowFile = 'now'
/** Says that a process has written what it compiled, by the name of its first script. */
export const doneFile = (name: string): string => `${name}-done`
