UPDATE story SET turn = (extract(epoch FROM kept_at::timestamptz) * 1000000)::bigint * 1000 + earlier.number
  FROM (SELECT id, row_number() OVER (PARTITION BY kept_at ORDER BY id COLLATE "C") - 1 AS number FROM story) earlier
  WHERE earlier.id = story.id;
