INSERT OR IGNORE INTO name_word (word, folded)
  WITH RECURSIVE cut (folded, word, rest) AS (
    SELECT DISTINCT folded, '', folded || ' ' FROM member
    UNION ALL
    SELECT folded, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM cut WHERE rest <> ''
  )
  SELECT word, folded FROM cut WHERE word <> '';
