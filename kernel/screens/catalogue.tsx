import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import type { RecordJson } from './data/record.ts'

export type Panel = ComponentType<{ readonly register: Register; readonly record: RecordJson }>

/** What an area adds to the page of a register's records. */
export interface Panels {
  /** Buttons and links beside those of the heading. */
  readonly actions?: readonly Panel[]
  /** Sections above what the record itself says, below the next step. */
  readonly before?: readonly Panel[]
  /** Sections below what the record itself says, above its connections. */
  readonly after?: readonly Panel[]
  /** Fields that a panel shows, so that the page does not say them twice. */
  readonly covers?: readonly string[]
}

interface Product {
  readonly catalogue: Catalogue
  /** Names of registers in the order the work passes them: the strip on a record's page. */
  readonly chain: readonly string[]
  /** What the areas add to the pages of records, by the name of the register. */
  readonly panels?: Readonly<Record<string, Panels>>
}

const ProductContext = createContext<Product | null>(null)

/** Gives the generic screens the registers of the product; the kernel itself knows none. */
export const ProductProvider = ({ catalogue, chain, panels, children }: Product & { readonly children: ReactNode }) => (
  <ProductContext value={{ catalogue, chain, ...(panels ? { panels } : {}) }}>{children}</ProductContext>
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

const none: Panels = {}

/** What the areas add to the pages of a register's records. */
export const usePanels = (register: Register): Panels => useProduct().panels?.[register.name] ?? none
