// A rung's act; once it is done the data are open, and a toast says where what was there before is kept.
import type { MethodsOf, Output } from '../../../../electron/contract/index.ts'
import { showToast } from '../../../api/toasts.ts'
import { useAct } from '../../../api/use-write.ts'
import { recoveryText as text } from '../../../text/recovery.ts'

type Act = Extract<
  MethodsOf<'recovery'>,
  'recovery.useReading' | 'recovery.useBackup' | 'recovery.useEncryptedFile' | 'recovery.startEmpty'
>

export function useRecovered<M extends Act>(method: M) {
  return useAct(method, {
    onSuccess: (done: Output<M>) => showToast(text.done(done.meetings, done.asideName)),
  })
}
