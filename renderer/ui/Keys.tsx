import type { KeyHint } from './status.ts'

export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  )
}

/** Keys, each with what it does. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <>
      {hints.map(({ keys, label }) => (
        <span key={label}>
          <Keys keys={keys} /> {label}
        </span>
      ))}
    </>
  )
}
