#include "store/trouble.h"

#include "store/sql.h"

/* Days by which reports of one event may differ before the doctor asks: a day before and after midnight, and a day of copying. */
#define DAYS_APART "3"

static const char *const queries[STORE_TROUBLES] = {
    "SELECT quick_check, 0, NULL FROM pragma_quick_check WHERE quick_check <> 'ok'",
    "SELECT input, line, stage || ': ' || message FROM refusal ORDER BY input, line, message",
    "SELECT name, repairs, NULL FROM capture WHERE repairs > 0 ORDER BY name, key",
    "SELECT a.label, 0, a.headline FROM article a LEFT JOIN story_member m ON m.article = a.id"
    " WHERE a.role <> 'headline' AND coalesce(m.published_from, a.published_from) IS NULL ORDER BY a.label, a.name",
    "SELECT label, 0, headline FROM article WHERE role <> 'headline' AND outlet IS NULL AND outlet_name IS NULL ORDER BY label, name",
    "SELECT s.id, (max(a.published_from) - min(a.published_from)) / 86400, s.title"
    " FROM story s JOIN story_member m ON m.story = s.id JOIN article a ON a.id = m.article"
    " WHERE a.published_to - a.published_from <= 86400 GROUP BY s.id"
    " HAVING (max(a.published_from) - min(a.published_from)) / 86400 > " DAYS_APART " ORDER BY s.id",
    "SELECT a.label, 0, e.source_name FROM edge e JOIN article a ON a.id = e.child WHERE e.sign = 'doubted' ORDER BY a.label, a.name, e.source_name",
    "SELECT a.label, 0, a.headline FROM edge e JOIN article a ON a.id = e.child WHERE e.kind = 'corrects' ORDER BY a.label, a.name"};

isnad_status store_troubles(isnad_store *store, store_trouble kind, bool (*take)(void *context, const store_trouble_row *row), void *context,
                            isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, queries[kind], err);
  if (s == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_trouble_row row = {store_column(s, 0), store_column(s, 2), sqlite3_column_int64(s, 1)};
    if (take(context, &row)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}
