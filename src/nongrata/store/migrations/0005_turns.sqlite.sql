UPDATE story SET turn = (CAST(strftime('%s', substr(kept_at, 1, 19)) AS INTEGER) * 1000000
    + CAST(substr(kept_at, 21, 6) AS INTEGER)) * 1000 + earlier.number
  FROM (SELECT id, row_number() OVER (PARTITION BY kept_at ORDER BY id) - 1 AS number FROM story) earlier
  WHERE earlier.id = story.id;
