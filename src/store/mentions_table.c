#include "store/mentions_table.h"

#include "store/mentions.h"

#include <stdlib.h>
#include <string.h>

#ifdef ISNAD_EXTENSION
SQLITE_EXTENSION_INIT3
#endif

enum { GUESSED_ROWS = 32 };

enum column { PLACE, BEGIN, END, TYPE, ENTITY, CANONICAL, RULE, FORM, ROLE_BEGIN, ROLE_END, PACKED };

static const char columns[] =
    "CREATE TABLE names(place INTEGER, begin INTEGER, end INTEGER, type TEXT, entity TEXT, canonical TEXT, rule TEXT, form TEXT,"
    " role_begin INTEGER, role_end INTEGER, packed HIDDEN)";

/* SQLite's part must come first. */
typedef struct cursor {
  sqlite3_vtab_cursor base;
  isnad_arena *arena; /* of one article */
  mentions from;
  store_mention at;
  bool ended;
} cursor;

static int connect(sqlite3 *db, void *none, int count, const char *const *arguments, sqlite3_vtab **out, char **message) {
  (void)none;
  (void)count;
  (void)arguments;
  (void)message;
  int code = sqlite3_declare_vtab(db, columns);
  if (code == SQLITE_OK) code = sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS); /* it stands in views */
  *out = code == SQLITE_OK ? calloc(1, sizeof **out) : NULL;
  return code == SQLITE_OK && *out == NULL ? SQLITE_NOMEM : code;
}

static int disconnect(sqlite3_vtab *table) {
  free(table);
  return SQLITE_OK;
}

/* There is one way to ask: by the packed bytes. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  for (int i = 0; i < info->nConstraint; i++) {
    if (info->aConstraint[i].iColumn != PACKED || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (!info->aConstraint[i].usable) return SQLITE_CONSTRAINT;
    info->aConstraintUsage[i].argvIndex = 1;
    info->aConstraintUsage[i].omit = 1;
    info->estimatedCost = GUESSED_ROWS;
    info->estimatedRows = GUESSED_ROWS;
    return SQLITE_OK;
  }
  return SQLITE_CONSTRAINT;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
  (void)table;
  cursor *c = calloc(1, sizeof *c);
  if (c == NULL) return SQLITE_NOMEM;
  if (isnad_arena_new(&c->arena, 0) != ISNAD_OK) {
    free(c);
    return SQLITE_NOMEM;
  }
  *out = &c->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  cursor *c = (cursor *)base;
  isnad_arena_free(c->arena);
  free(c);
  return SQLITE_OK;
}

static int take(cursor *c, isnad_status status) {
  c->ended = status != ISNAD_OK;
  if (status == ISNAD_OK || status == ISNAD_END) return SQLITE_OK;
  return status == ISNAD_STORE ? SQLITE_CORRUPT_VTAB : SQLITE_NOMEM;
}

static int next(sqlite3_vtab_cursor *base) {
  cursor *c = (cursor *)base;
  return take(c, mentions_next(&c->at, &c->from, NULL));
}

static int filter(sqlite3_vtab_cursor *base, int way, const char *none, int count, sqlite3_value **values) {
  cursor *c = (cursor *)base;
  (void)way;
  (void)none;
  isnad_arena_reset(c->arena);
  const char *bytes = count == 1 ? sqlite3_value_blob(values[0]) : NULL;
  isnad_slice packed = {bytes, bytes != NULL ? (size_t)sqlite3_value_bytes(values[0]) : 0}, kept = isnad_arena_copy(c->arena, packed);
  if (kept.length < packed.length) return SQLITE_NOMEM;
  isnad_status status = mentions_open(&c->from, c->arena, kept, NULL);
  return status == ISNAD_OK ? next(base) : take(c, status);
}

static int is_at_end(sqlite3_vtab_cursor *base) { return ((cursor *)base)->ended; }

/* The bytes stay as long as the cursor does not move on to another article; rows may be kept longer. */
static void give(sqlite3_context *context, isnad_slice text) {
  sqlite3_result_text64(context, text.bytes != NULL ? text.bytes : "", text.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void give_role(sqlite3_context *context, isnad_span role, bool begin) {
  if (role.begin < role.end) sqlite3_result_int64(context, begin ? role.begin : role.end);
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int which) {
  const cursor *c = (cursor *)base;
  const store_mention *m = &c->at;
  switch (which) {
  case PLACE:
    sqlite3_result_int64(context, (sqlite3_int64)c->from.place - 1);
    break;
  case BEGIN:
  case END:
    sqlite3_result_int64(context, which == BEGIN ? m->span.begin : m->span.end);
    break;
  case TYPE:
    give(context, isnad_slice_of(isnad_name_type_name(m->type)));
    break;
  case ENTITY:
  case CANONICAL:
  case RULE:
    give(context, which == ENTITY ? m->entity : which == CANONICAL ? m->canonical : m->rule);
    break;
  case FORM:
    give(context, isnad_slice_of(m->form == ISNAD_FORM_NOMINAL ? "nominal" : "name"));
    break;
  case ROLE_BEGIN:
  case ROLE_END:
    give_role(context, m->role, which == ROLE_BEGIN);
    break;
  default:
    break;
  }
  return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *out) {
  *out = (sqlite3_int64)((cursor *)base)->from.place - 1;
  return SQLITE_OK;
}

int mentions_register(sqlite3 *db) {
  static const sqlite3_module module = {.iVersion = 0,
                                        .xConnect = connect,
                                        .xBestIndex = best_index,
                                        .xDisconnect = disconnect,
                                        .xOpen = open_cursor,
                                        .xClose = close_cursor,
                                        .xFilter = filter,
                                        .xNext = next,
                                        .xEof = is_at_end,
                                        .xColumn = column,
                                        .xRowid = row_id};
  return sqlite3_create_module_v2(db, "isnad_names", &module, NULL, NULL);
}
