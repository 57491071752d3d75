// Starts the screen in the page; nothing else.
import './api/no-code-from-text.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyDeskChoices } from './api/desk-choices.ts'
import { followSaveNow } from './api/outbox/window.ts'
import { followChanges, makeQueryClient } from './api/query-client.ts'
import { Frame } from './app/Frame.tsx'
import { ScreenBoundary } from './app/ScreenBoundary.tsx'
import { followTheme } from './app/theme.ts'
import './styles/index.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const client = makeQueryClient()
followChanges(client)
followTheme()
applyDeskChoices()
followSaveNow()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ScreenBoundary>
        <Frame />
      </ScreenBoundary>
    </QueryClientProvider>
  </StrictMode>,
)
// What nobody needs before they see the screen.
void import('./app/after-start.ts').then(({ followWindow }) => followWindow())
