const SWITCH = '--inp'

/** What was typed for the command line of the application, in place of a window; null when nothing was. */
export function typedCommand(args: readonly string[]): string[] | null {
  const at = args.indexOf(SWITCH)
  return at === -1 ? null : args.slice(at + 1)
}
