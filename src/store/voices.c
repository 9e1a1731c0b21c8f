#include "store/voices.h"

#include "store/sql.h"

#define OFFICE_OF(name) "(SELECT t.value_name FROM told t WHERE t.article = ?1 AND t.kind = 'office' AND t.subject_name = " name " ORDER BY t.place)"

static const char voices[] = "SELECT kind, scope, source, source_name, NULL, begin, end, rule, " OFFICE_OF(
    "source_name") " FROM citation c WHERE article = ?1 AND NOT EXISTS (SELECT 1 FROM edge e"
                   " WHERE e.child = c.article AND e.sign = 'doubted' AND e.source IS c.source AND e.source_name IS c.source_name)"
                   " UNION ALL SELECT iif(anonymous, 'anonymous', 'speaker'), NULL, entity, speaker, via, begin, end, rule, " OFFICE_OF(
                       "speaker") " FROM quote"
                                  " WHERE article = ?1 AND speaker IS NOT NULL ORDER BY 6, 7, 1";

static store_voice voice_of(isnad_arena *arena, sqlite3_stmt *s) {
  isnad_slice id = store_column(s, 2);
  store_voice v = {.kind = store_column_copy(arena, s, 0), .scope = store_column_copy(arena, s, 1), .name = store_column_copy(arena, s, 3)};
  if (id.length > 0 && id.bytes[0] != '@') v.id = isnad_arena_copy(arena, id); /* an id that the article made for itself says nothing outside it */
  v.via = store_column_copy(arena, s, 4);
  v.span = (isnad_span){(uint32_t)sqlite3_column_int64(s, 5), (uint32_t)sqlite3_column_int64(s, 6)};
  v.rule = store_column_copy(arena, s, 7);
  v.office = store_column_copy(arena, s, 8);
  return v;
}

isnad_status store_voices_of(store_voice **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, voices, err);
  size_t room = 0;
  isnad_status status;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      store_voice *more = isnad_arena_grow(arena, *out, room, room * 2 + 8, sizeof **out);
      if (more == NULL) {
        sqlite3_reset(s);
        return isnad_arena_fail(err, arena, "store");
      }
      *out = more;
      room = room * 2 + 8;
    }
    (*out)[(*count)++] = voice_of(arena, s);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}
