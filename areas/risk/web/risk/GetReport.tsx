import type { Panel } from '#kernel/screens/catalogue.tsx'
import { apiPath } from '#web/api/client.ts'
import { Button } from '#web/design/Button.tsx'
import { Menu } from '#web/design/Menu.tsx'
import { useLanguage, useSay } from '#web/language/useSay.ts'
import { useAsOf } from '#web/shell/asOf.tsx'

const words = {
  get: { sv: 'Hämta som en sida', en: 'Get as one page' },
  pdf: { sv: 'PDF att skriva ut', en: 'PDF to print' },
  docx: { sv: 'Word att arbeta vidare i', en: 'Word to go on working in' },
}

/** The risk on a page, with all that is needed to decide, as a file: as it stands, or as it stood on the day the page looks back to. */
const GetReport: Panel = ({ record }) => {
  const say = useSay()
  const lang = useLanguage()
  const asOf = useAsOf()
  const at = (format: string) => apiPath(`/risks/${record.id}/report`, { format, lang, asOf })
  return (
    <Menu
      label={say(words.get)}
      trigger={
        <Button variant="quiet" icon="download" opens>
          {say(words.get)}
        </Button>
      }
      sections={[
        {
          items: [
            { id: 'pdf', label: say(words.pdf), href: at('pdf'), download: true },
            { id: 'docx', label: say(words.docx), href: at('docx'), download: true },
          ],
        },
      ]}
    />
  )
}

export default GetReport
