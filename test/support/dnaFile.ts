import Sqlite from 'better-sqlite3'

/** The text of its document. */
export const text = '\nThe 🌊 is over, Ada Reyes said. Not so, says the council.'

/** A database as Discourse Network Analyzer 3 makes it, with the columns that are read. */
export function writeDna(path: string): string {
  const database = new Sqlite(path)
  database.exec(`
    create table SETTINGS (Property text, Value text); insert into SETTINGS values ('version', '3.0.7');
    create table CODERS (ID integer, Name text, Password text); insert into CODERS values (1, 'Coder One', 'secret');
    create table DOCUMENTS (ID integer, Title text, Text text, Coder integer, Author text, Source text, Section text, Notes text, Type text, Date integer);
    create table STATEMENTTYPES (ID integer, Label text);
    create table VARIABLES (ID integer, Variable text, DataType text, StatementTypeId integer);
    insert into VARIABLES values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
      (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2);
    create table ENTITIES (ID integer, VariableId integer, Value text);
    insert into ENTITIES values (1, 1, ''), (2, 1, 'Ada Reyes'), (3, 2, 'Town Council'), (4, 3, 'The flood is over.');
    create table ATTRIBUTEVARIABLES (ID integer, VariableId integer, AttributeVariable text);
    insert into ATTRIBUTEVARIABLES values (1, 1, 'Type'), (2, 2, 'Type');
    create table ATTRIBUTEVALUES (ID integer, EntityId integer, AttributeVariableId integer, AttributeValue text);
    insert into ATTRIBUTEVALUES values (1, 2, 1, 'Mayor'), (2, 3, 2, '');
    create table STATEMENTS (ID integer, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);
    create table DATASHORTTEXT (ID integer, StatementId integer, VariableId integer, Entity integer);
    create table DATABOOLEAN (ID integer, StatementId integer, VariableId integer, Value integer);
    insert into DATASHORTTEXT values (1, 1, 1, 2), (2, 1, 2, 3), (3, 1, 3, 4), (4, 2, 1, 1), (5, 2, 2, 3), (6, 2, 3, 4), (7, 4, 1, 2), (8, 4, 2, 3), (9, 4, 3, 4);
    insert into DATABOOLEAN values (1, 1, 4, 1), (2, 2, 4, 0), (3, 4, 4, 1);
  `)
  // Java counts UTF-16 units: the wave is two of them.
  const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length]
  database.prepare(`insert into DOCUMENTS values (1, 'Over', ?, 1, 'Joan Lind', '', '', '', '', 1106697600)`).run(text)
  const statement = database.prepare('insert into STATEMENTS values (?, ?, 1, ?, ?, 1)')
  statement.run(1, 1, ...at('The 🌊 is over'))
  statement.run(2, 1, ...at('Not so'))
  statement.run(3, 2, ...at('Ada Reyes'))
  statement.run(4, 1, 50, 500)
  database.close()
  return path
}
