import { Icon, type IconShape } from '../../ui/Icon.tsx'

const isMac = navigator.platform.startsWith('Mac')

/** `keys` are written as printed on the keyboard: "Ctrl Maj 8". */
export function ToolButton(props: {
  icon: IconShape
  label: string
  keys?: string
  pressed?: boolean | undefined
  unavailable?: string | undefined
  onPress: () => void
}) {
  const keys = props.keys === undefined || !isMac ? props.keys : props.keys.replace('Ctrl', '⌘')
  const inert = props.unavailable !== undefined
  return (
    <button
      type="button"
      className={`btn ghost sm icon ${props.pressed === true ? 'on' : ''}`}
      aria-label={props.label}
      title={props.unavailable ?? (keys === undefined ? props.label : `${props.label} (${keys})`)}
      aria-keyshortcuts={keyShortcuts(keys)}
      aria-pressed={props.pressed}
      aria-disabled={inert || undefined}
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (inert ? undefined : props.onPress())}
    >
      <Icon of={props.icon} size={17} />
    </button>
  )
}

/** In the words of the accessibility tree: "Control+Shift+8". */
function keyShortcuts(keys: string | undefined): string | undefined {
  return keys?.replace('Ctrl', 'Control').replace('⌘', 'Meta').replace('Maj', 'Shift').replaceAll(' ', '+')
}
