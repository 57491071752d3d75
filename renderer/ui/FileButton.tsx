import { useRef } from 'react'
import { Button } from './Button.tsx'
import type { IconShape } from './Icon.tsx'

/** A button that asks for files of this computer. */
export function FileButton(props: {
  icon: IconShape
  children: string
  /** Its name for who does not see what it stands beside. */
  label?: string
  accept?: string
  busy?: string | undefined
  multiple?: boolean
  look?: 'primary' | 'ghost'
  onFiles: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        small={props.look !== 'primary'}
        look={props.look ?? 'ghost'}
        icon={props.icon}
        {...(props.label === undefined ? {} : { label: props.label })}
        busy={props.busy}
        writes
        onPress={() => input.current?.click()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.label ?? props.children}
        multiple={props.multiple ?? false}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file chosen again must be told again.
          event.target.value = ''
          if (files.length > 0) props.onFiles(files)
        }}
      />
    </>
  )
}
