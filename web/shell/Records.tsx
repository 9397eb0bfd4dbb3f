import { Outlet } from '@tanstack/react-router'
import { varnaCatalogue } from '#areas/catalogue.ts'
import { ProductProvider } from '#kernel/screens/catalogue.tsx'
import { panels } from './panels.tsx'
import { chain } from './places.ts'

/**
 * What stands around the pages that show records. With it come the definitions of all registers, which grow with the product
 * and which no other page needs: those find their way by the table of contents in the session.
 */
export default function Records() {
  return (
    <ProductProvider catalogue={varnaCatalogue} chain={chain} panels={panels}>
      <Outlet />
    </ProductProvider>
  )
}
