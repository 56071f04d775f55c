INSERT INTO name_word (word, folded)
  SELECT DISTINCT word, folded FROM (SELECT DISTINCT folded FROM member) named, unnest(string_to_array(folded, ' ')) word
  WHERE word <> '';
