import type { DocumentId } from '../../core/document.ts'
import type { Statement } from '../../core/statement.ts'

/** Statements by document, each list in the order given. */
export const statementsByDocument = (statements: readonly Statement[]): ReadonlyMap<DocumentId, readonly Statement[]> => {
  const lists = new Map<DocumentId, Statement[]>()
  for (const statement of statements) {
    const list = lists.get(statement.document)
    if (list === undefined) lists.set(statement.document, [statement])
    else list.push(statement)
  }
  return lists
}
