import { screen } from '@testing-library/react'
import type { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { ScreenBar } from '../../renderer/parts/ScreenBar.tsx'

/** A screen of a meeting under its bar, where its acts are. */
export function UnderBar({ children }: { children: ReactNode }) {
  return (
    <ScreenBar title="Séance" more={[]}>
      {children}
    </ScreenBar>
  )
}

/** Does what stands in the bar's "…". */
export async function chooseMore(
  user: ReturnType<typeof userEvent.setup>,
  name: string | RegExp,
): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
  await user.click(await screen.findByRole('menuitem', { name }))
}
