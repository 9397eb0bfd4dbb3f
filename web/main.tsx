import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/base.css'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { ProductProvider } from '#kernel/screens/catalogue.tsx'
import { queryClient } from './api/queryClient.ts'
import { currentLanguage, useLanguage } from './language/useSay.ts'
import { router } from './router.tsx'
import { panels } from './shell/panels.tsx'
import { chain } from './shell/places.ts'
import { applyAppearance } from './shell/useTheme.ts'

applyAppearance()
document.documentElement.lang = currentLanguage()

function Product() {
  const language = useLanguage()
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <QueryClientProvider client={queryClient}>
        <ProductProvider catalogue={varnaCatalogue} chain={chain} panels={panels}>
          <RouterProvider router={router} />
        </ProductProvider>
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
