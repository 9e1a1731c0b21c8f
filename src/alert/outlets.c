/* Which outlet an alert means: people write a name, articles bear an id. */
#include "alert/inside.h"

#include "article/words.h"

static bool is_held(alert_run *r, isnad_slice name) {
  static const char sql[] = "SELECT 1 FROM article WHERE outlet = ?1 OR outlet_name = ?1 LIMIT 1";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return false;
  store_bind_words(s, 1, name);
  bool held = store_step(r->store, s, r->err) == ISNAD_OK;
  sqlite3_reset(s);
  return held;
}

isnad_status alert_outlet(isnad_slice *id, alert_run *r) {
  isnad_slice what = r->self.what;
  isnad_tokens tokens = {0};
  isnad_named named = {0};
  *id = what;
  for (uint32_t row = 0; row < isnad_outlets_count; row++)
    if (isnad_slice_is(what, isnad_outlets_rows[row].id)) return ISNAD_OK;
  isnad_status status = isnad_arabic_tokens(&tokens, r->arena, what, r->err);
  if (status != ISNAD_OK) return status;
  bool known = tokens.count > 0 && article_known_outlet(&named, &tokens, (token_range){0, tokens.count});
  if (known) *id = named.id;
  if (known || !r->learning || is_held(r, what)) return ISNAD_OK;
  return isnad_err_set(r->err, ISNAD_NOT_FOUND, "alert", (isnad_span){0, 0}, "no outlet is known by that name, and no article bears it: %.*s",
                       (int)what.length, what.bytes);
}
