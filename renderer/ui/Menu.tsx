import ChevronDown from 'lucide-react/icons/chevron-down'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useId } from 'react'
import { Button } from 'react-aria-components/Button'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { commonText } from '../text/common.ts'
import { useEditingOff } from './editing.ts'
import { Icon, type IconShape } from './Icon.tsx'
import { Keys } from './Keys.tsx'

export type MenuAct = {
  id: string
  label: string
  icon: IconShape
  keys?: readonly string[]
  danger?: boolean
  /** Changes nothing, or writes outside the data: stays on where nothing may be written. */
  reads?: boolean
  onAct: () => void
}

/** With `words` the button shows its label, with an icon of its own before it. */
export function Menu({
  label = commonText.options,
  icon,
  words = false,
  acts,
}: {
  label?: string
  icon?: IconShape
  words?: boolean
  acts: readonly MenuAct[]
}) {
  const off = useEditingOff()
  const reasonId = useId()
  const isOff = (act: MenuAct) => off.readOnly && act.reads !== true
  const reason = acts.some(isOff) ? off.title : undefined
  return (
    <I18nProvider locale="fr-FR">
      <MenuTrigger>
        {words ? (
          <Button className="button">
            {icon === undefined ? null : <Icon of={icon} size={17} />}
            {label}
            <Icon of={ChevronDown} size={16} />
          </Button>
        ) : (
          <Button className="button icon" aria-label={label}>
            <Icon of={icon ?? Ellipsis} size={17} />
          </Button>
        )}
        <Popover className="menu" placement="bottom end">
          {reason === undefined ? null : (
            <p id={reasonId} className="mute text-15 menu-reason">
              {reason}
            </p>
          )}
          <AriaMenu
            aria-label={label}
            {...(reason === undefined ? {} : { 'aria-describedby': reasonId })}
            className="choices"
            disabledKeys={acts.filter(isOff).map(({ id }) => id)}
            onAction={(key) => acts.find((act) => act.id === key)?.onAct()}
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
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  )
}
