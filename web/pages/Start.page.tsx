import { useSession } from '#web/api/session.ts'
import { isOnlyEmployee } from '#web/shell/places.ts'
import MyWorkPage from './MyWork.page.tsx'
import PositionPage from './Position.page.tsx'

/** The first page: the position for those who take part in the work, one's own work for everyone else. */
export default function StartPage() {
  return isOnlyEmployee(useSession()) ? <MyWorkPage /> : <PositionPage />
}
