import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Catalogue } from '../definition/catalogue.ts'
import type { Register } from '../definition/register.ts'
import type { RecordJson } from './data/record.ts'
import type { DrawnInput } from './form/PartForm.tsx'

export type Panel = ComponentType<{ readonly register: Register; readonly record: RecordJson }>

/** A place of the form that an area draws by hand, for fields that are filled in together. */
export interface FormInput {
  readonly fields: readonly string[]
  readonly Input: ComponentType<DrawnInput & { readonly register: Register }>
}

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
  /** What stands above the list, where there is something to say of the whole register. */
  readonly above?: ComponentType
  /** What stands beside the list about a chosen record, instead of its first fields. */
  readonly peek?: Panel
  /** Places of the form drawn by hand, each where the first of its fields would stand. */
  readonly inputs?: readonly FormInput[]
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
