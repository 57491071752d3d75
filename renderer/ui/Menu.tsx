// Menu: a button that opens a list of acts, each an icon and a verb.
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

export function Menu({ label = commonText.options, acts }: { label?: string; acts: readonly MenuAct[] }) {
  return (
    <I18nProvider locale="fr-FR">
      <MenuTrigger>
        <Button className="btn icon" aria-label={label}>
          <Icon of={Ellipsis} size={17} />
        </Button>
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
