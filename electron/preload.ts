// The bridge, `call` and `on`, which knows no method name and hands out neither ipcRenderer nor its events; and the
// spelling, which the page has no part in.
import { contextBridge, ipcRenderer } from 'electron'
import { provideSpelling } from './shell/spell-provider.ts'

contextBridge.exposeInMainWorld('seances', {
  call: (method: unknown, input: unknown, seen: unknown): Promise<unknown> =>
    ipcRenderer.invoke('call', method, input, seen),
  on: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: unknown, event: unknown) => listener(event)
    ipcRenderer.on('event', forward)
    return () => {
      ipcRenderer.off('event', forward)
    }
  },
})

provideSpelling()
