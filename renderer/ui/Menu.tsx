import ChevronDown from 'lucide-react/icons/chevron-down'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useId, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { commonText } from '../text/common.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Keys } from './Keys.tsx'

export type MenuAct = {
  id: string
  label: string
  icon: IconShape
  keys?: readonly string[]
  danger?: boolean
  /** Why it changes nothing now; null when it can. */
  off: string | null
  onAct: () => void
}

/**
 * With `words` the button shows its label, with an icon of its own before it.
 * @param props.acts asked for when the menu opens.
 */
export function Menu({
  label = commonText.options,
  icon,
  words = false,
  small = false,
  skipped = false,
  acts,
}: {
  label?: string
  icon?: IconShape
  words?: boolean
  small?: boolean
  /** Tab passes over it: the arrows of its list lead to it. */
  skipped?: boolean
  acts: () => readonly MenuAct[]
}) {
  return (
    <I18nProvider locale="fr-FR">
      <MenuTrigger>
        {words ? (
          <Button className={small ? 'button compact' : 'button'}>
            {icon === undefined ? null : <Icon of={icon} size={17} />}
            {label}
            <Icon of={ChevronDown} size={16} />
          </Button>
        ) : (
          <Button className="button icon" aria-label={label} excludeFromTabOrder={skipped}>
            <Icon of={icon ?? Ellipsis} size={17} />
          </Button>
        )}
        <Popover className="menu" placement={words ? 'bottom start' : 'bottom end'}>
          <Choices label={label} acts={acts} />
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  )
}

/** Where a menu is asked for: on an element, at a point of the window. */
export type MenuPoint = { readonly element: HTMLElement; readonly x: number; readonly y: number }

/** The menu of what is pressed with the other button of the mouse, or with the menu key. */
export function ContextMenu(props: {
  label: string
  at: MenuPoint
  acts: () => readonly MenuAct[]
  onClose: () => void
}) {
  const { element, x, y } = props.at
  const trigger = useRef(element)
  const box = element.getBoundingClientRect()
  return (
    <I18nProvider locale="fr-FR">
      <Popover
        className="menu"
        isOpen
        triggerRef={trigger}
        placement="bottom start"
        offset={Math.round(y - box.bottom)}
        crossOffset={Math.round(x - box.left)}
        onOpenChange={(isOpen) => {
          if (!isOpen) props.onClose()
        }}
      >
        <Choices label={props.label} acts={props.acts} onDone={props.onClose} />
      </Popover>
    </I18nProvider>
  )
}

function Choices(props: { label: string; acts: () => readonly MenuAct[]; onDone?: () => void }) {
  const reasonId = useId()
  const acts = props.acts()
  const reason = acts.find(({ off }) => off !== null)?.off ?? null
  return (
    <>
      {reason === null ? null : (
        <p id={reasonId} className="mute text-15 menu-reason">
          {reason}
        </p>
      )}
      <AriaMenu
        aria-label={props.label}
        {...(reason === null ? {} : { 'aria-describedby': reasonId })}
        className="choices"
        disabledKeys={acts.filter(({ off }) => off !== null).map(({ id }) => id)}
        onAction={(key) => {
          acts.find(({ id }) => id === key)?.onAct()
          props.onDone?.()
        }}
      >
        {acts.map((act) => (
          <MenuItem
            key={act.id}
            id={act.id}
            textValue={act.label}
            className={act.danger === true ? 'menu-item bad' : 'menu-item'}
          >
            <Icon of={act.icon} size={17} />
            {act.label}
            {act.keys === undefined ? null : (
              <span className="end">
                <Keys keys={act.keys} />
              </span>
            )}
          </MenuItem>
        ))}
      </AriaMenu>
    </>
  )
}
