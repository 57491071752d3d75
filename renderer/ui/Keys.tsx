const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

/** `Ctrl` is shown as ⌘ on macOS. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{isMac && key === 'Ctrl' ? '⌘' : key}</kbd>
      ))}
    </>
  )
}
