import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/base.css'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { queryClient } from './api/queryClient.ts'
import { sessionQuery } from './api/session.ts'
import { currentLanguage, useLanguage } from './language/useSay.ts'
import { router } from './router.tsx'
import { applyAppearance } from './shell/useTheme.ts'

applyAppearance()
// Every page asks who is there: the question goes out while the page itself is still being fetched.
void queryClient.prefetchQuery(sessionQuery)
document.documentElement.lang = currentLanguage()

function Product() {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Product />
    </StrictMode>,
  )
