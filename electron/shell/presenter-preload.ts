// Shows the view and fills the screen; there is no word to write with.
import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('presenter', {
  view: (): Promise<unknown> => ipcRenderer.invoke('presenter-view'),
  on: (listener: (view: unknown) => void): (() => void) => {
    const forward = (_event: unknown, view: unknown) => listener(view)
    ipcRenderer.on('presenter-view', forward)
    return () => {
      ipcRenderer.off('presenter-view', forward)
    }
  },
  fullScreen: (act: unknown): void => ipcRenderer.send('presenter-full-screen', act),
})
