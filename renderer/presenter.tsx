// Starts the screen of the presenter window in its page; nothing else.
import './api/no-code-from-text.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { wantsContrast } from './app/theme.ts'
import { PresenterPage } from './features/session/presenter/PresenterPage.tsx'
import './styles/presenter-page.css'

const root = document.getElementById('root')
if (root === null) throw new Error('presenter.html has no #root')

// Dark whatever the desk chose, as a room needs it; only a wish for contrast goes before.
if (wantsContrast()) document.documentElement.dataset.theme = 'contraste'
createRoot(root).render(
  <StrictMode>
    <PresenterPage />
  </StrictMode>,
)
