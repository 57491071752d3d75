import { Button, type ButtonProps } from '../ui/Button.tsx'
import { Keys } from '../ui/Keys.tsx'
import type { BoundAct } from './act.ts'
import { capsOf } from './keys.ts'

/** The button of an act: its words and icon, and why it is off; nothing where the act is not offered. */
export function ActButton({
  act,
  iconOnly,
  withKey,
  unavailable,
  ...look
}: { act: BoundAct; iconOnly?: boolean; withKey?: boolean } & Pick<
  ButtonProps,
  'icon' | 'look' | 'small' | 'busy' | 'pressed' | 'hint' | 'skipped' | 'steps' | 'unavailable'
>) {
  if (!act.isOffered) return null
  const [key] = act.keys
  const words =
    withKey !== true || key === undefined ? (
      act.label
    ) : (
      <>
        {act.label} <Keys keys={capsOf(key)} />
      </>
    )
  return (
    <Button
      {...(act.icon === undefined ? {} : { icon: act.icon })}
      {...look}
      {...(iconOnly === true ? { label: act.label } : { children: words })}
      {...(act.reads ? { reads: true } : { writes: true })}
      unavailable={act.whyNot ?? unavailable}
      onPress={act.run}
    />
  )
}
