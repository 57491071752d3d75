// Menu: a button that opens a list of acts, each an icon and a verb.
import ChevronDown from 'lucide-react/icons/chevron-down'
import Ellipsis from 'lucide-react/icons/ellipsis'
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
  return (
    <I18nProvider locale="fr-FR">
      <MenuTrigger>
        {words ? (
          <Button className="btn">
            {icon === undefined ? null : <Icon of={icon} size={17} />}
            {label}
            <Icon of={ChevronDown} size={16} />
          </Button>
        ) : (
          <Button className="btn icon" aria-label={label}>
            <Icon of={icon ?? Ellipsis} size={17} />
          </Button>
        )}
        <Popover className="menu" placement="bottom end">
          <AriaMenu
            aria-label={label}
            className="choices"
            onAction={(key) => acts.find((act) => act.id === key)?.onAct()}
          >
            {acts.map((act) => (
              <MenuItem
                key={act.id}
                id={act.id}
                textValue={act.label}
                className={act.danger === true ? 'mi bad' : 'mi'}
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
