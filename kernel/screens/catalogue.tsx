import { createContext, type ReactNode, useContext } from 'react'
import type { Catalogue } from '../definition/catalogue.ts'

interface Product {
  readonly catalogue: Catalogue
  /** Names of registers in the order the work passes them: the strip on a record's page. */
  readonly chain: readonly string[]
}

const ProductContext = createContext<Product | null>(null)

/** Gives the generic screens the registers of the product; the kernel itself knows none. */
export const ProductProvider = ({ catalogue, chain, children }: Product & { readonly children: ReactNode }) => (
  <ProductContext value={{ catalogue, chain }}>{children}</ProductContext>
)

function useProduct(): Product {
  const product = useContext(ProductContext)
  if (!product) throw new Error('The screens need a ProductProvider above them')
  return product
}

/** Every register of the product. */
export const useCatalogue = (): Catalogue => useProduct().catalogue

/** The order in which the work passes the registers. */
export const useChain = (): readonly string[] => useProduct().chain
