#include "chain/steps.h"

#include "isnad/arabic.h"
#include "store/sql.h"

/* How close a source stands to the words; only the closest of a report's sources are its steps. */
typedef enum closeness { FAR_OFF, FOR_ARTICLE, FOR_PARAGRAPH, FOR_SENTENCE, VOUCHES, SPEAKS } closeness;

typedef struct asking {
  isnad_arena *arena;
  isnad_store *store;
  const isnad_carrier *asked;
  chain_report *out;
  size_t room;
  closeness *close; /* by step; copies are out of the contest */
  isnad_span sentence, paragraph;
  isnad_err *err;
} asking;

static isnad_status refused(asking *a, sqlite3_stmt *row) {
  sqlite3_reset(row);
  return isnad_arena_fail(a->err, a->arena, "chain");
}

static bool add_step(asking *a, const chain_step *step, closeness close) {
  chain_report *r = a->out;
  if (r->count == a->room) {
    size_t room = a->room + 8;
    chain_step *steps = isnad_arena_grow(a->arena, r->steps, a->room, room, sizeof *steps);
    closeness *closes = isnad_arena_grow(a->arena, a->close, a->room, room, sizeof *closes);
    if (steps == NULL || closes == NULL) return false;
    r->steps = steps;
    a->close = closes;
    a->room = room;
  }
  a->close[r->count] = close;
  r->steps[r->count++] = *step;
  return true;
}

static isnad_status read_outlet(asking *a) {
  sqlite3_stmt *row = store_statement(a->store, "SELECT outlet, outlet_name, role = 'headline' FROM article WHERE id = ?1", a->err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->asked->article);
  isnad_status status = store_step(a->store, row, a->err);
  if (status == ISNAD_END) return isnad_err_set(a->err, ISNAD_NOT_FOUND, "chain", (isnad_span){0, 0}, "no such article is in the store");
  if (status != ISNAD_OK) return status;
  *a->out = (chain_report){.id = a->asked->article};
  a->out->outlet = store_column_copy(a->arena, row, 0);
  a->out->outlet_name = store_column_copy(a->arena, row, 1);
  a->out->listed = sqlite3_column_int(row, 2) != 0;
  sqlite3_reset(row);
  return ISNAD_OK;
}

/* --- edges --- */

static uint32_t number_at(isnad_slice packed, size_t index) {
  const unsigned char *at = (const unsigned char *)packed.bytes + 4 * index;
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint32_t shared_bytes(isnad_span a, isnad_span b) {
  uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
  return begin < end ? end - begin : 0;
}

static uint32_t length_of(isnad_span span) { return span.end - span.begin; }

/* A place of one side of a passage on its other side: both run alike but for small edits, so the way is shared out evenly. */
static uint32_t carried(uint32_t at, isnad_span from, isnad_span to) {
  if (at <= from.begin) return to.begin;
  if (at >= from.end) return to.end;
  return to.begin + (uint32_t)((uint64_t)(at - from.begin) * length_of(to) / length_of(from));
}

/* Whether a passage covers most of the words asked about; *there: where they stand in the other text. */
static bool covers(isnad_span *there, isnad_slice spans, bool child_is_a, isnad_span words) {
  for (size_t i = 0; i < spans.length / 16; i++) {
    isnad_span a = {number_at(spans, 4 * i), number_at(spans, 4 * i + 1)}, b = {number_at(spans, 4 * i + 2), number_at(spans, 4 * i + 3)};
    isnad_span own = child_is_a ? a : b, other = child_is_a ? b : a;
    if (2 * (uint64_t)shared_bytes(own, words) < length_of(words)) continue;
    *there = (isnad_span){carried(words.begin, own, other), carried(words.end, own, other)};
    return there->begin < there->end;
  }
  return false;
}

/* An edge whose way is open is followed too when some belief is left for it. */
#define EDGE_COLUMNS                                                                                                                                 \
  "SELECT e.parent, e.kind = 'declared', e.directed OR e.weight > 0.01, e.source, e.source_name, e.scope = 'article', e.share, e.role = 'speaker'"
#define EDGE_ORDER " WHERE e.child = ?1 ORDER BY e.weight DESC, x.name IS NULL, x.name, e.source, e.source_name"

static const char edges_of[] = EDGE_COLUMNS " FROM edge e LEFT JOIN article x ON x.id = e.parent" EDGE_ORDER;
static const char edges_with_spans[] =
    EDGE_COLUMNS ", coalesce(p.spans, q.spans), p.spans IS NOT NULL FROM edge e LEFT JOIN article x ON x.id = e.parent"
                 " LEFT JOIN passage p ON p.a = e.child AND p.b = e.parent LEFT JOIN passage q ON q.a = e.parent AND q.b = e.child" EDGE_ORDER;

static bool take_edge(asking *a, sqlite3_stmt *row) {
  isnad_span words = a->asked->words;
  bool held = sqlite3_column_type(row, 0) != SQLITE_NULL, declared = sqlite3_column_int(row, 1) != 0, some = words.begin < words.end;
  chain_step step = {.parent = sqlite3_column_int64(row, 0), .directed = sqlite3_column_int(row, 2) != 0, .share = sqlite3_column_double(row, 6)};
  step.whole = sqlite3_column_int(row, 5) != 0;
  if (some && (declared || !held)) return true;                         /* who is cited for these words is read from the citations */
  if (!held && sqlite3_column_type(row, 4) == SQLITE_NULL) return true; /* a third that nobody names: the sibling stands for it */
  step.kind = held ? (declared ? CHAIN_STEP_HELD : CHAIN_STEP_COPY) : sqlite3_column_int(row, 7) != 0 ? CHAIN_STEP_SPEAKER : CHAIN_STEP_MEDIUM;
  if (some && !covers(&step.words, store_column(row, 8), sqlite3_column_int(row, 9) != 0, words)) return true;
  if (some) step.whole = step.directed;
  step.id = store_column_copy(a->arena, row, 3);
  step.name = store_column_copy(a->arena, row, 4);
  return add_step(a, &step, SPEAKS);
}

static isnad_status read_edges(asking *a) {
  bool whole = a->asked->words.begin >= a->asked->words.end;
  sqlite3_stmt *row = store_statement(a->store, whole ? edges_of : edges_with_spans, a->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->asked->article);
  while ((status = store_step(a->store, row, a->err)) == ISNAD_OK)
    if (!take_edge(a, row)) return refused(a, row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- who is cited for some words --- */

static isnad_status find_sentence(asking *a, isnad_slice text) {
  isnad_span words = a->asked->words;
  uint32_t begin = words.begin, end = words.end;
  if (end > text.length) return isnad_err_set(a->err, ISNAD_BAD_ARGUMENT, "chain", words, "the words are not on the page");
  while (begin > 0 && text.bytes[begin - 1] != '\n') begin--;
  while (end < text.length && text.bytes[end] != '\n') end++;
  isnad_tokens tokens;
  const isnad_span *sentences = NULL;
  size_t count = 0;
  isnad_slice paragraph = isnad_slice_at(text, (isnad_span){begin, end});
  isnad_status status = isnad_arabic_tokens(&tokens, a->arena, paragraph, a->err);
  if (status == ISNAD_OK) status = isnad_arabic_sentences(&sentences, &count, a->arena, &tokens, 0, tokens.count, a->err);
  a->paragraph = (isnad_span){begin, end};
  a->sentence = words;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    isnad_span s = {sentences[i].begin + begin, sentences[i].end + begin};
    if (shared_bytes(s, words) == 0) continue;
    if (s.begin < a->sentence.begin) a->sentence.begin = s.begin;
    if (s.end > a->sentence.end) a->sentence.end = s.end;
  }
  return status;
}

static isnad_status read_sentence(asking *a) {
  static const char sql[] = "SELECT c.text FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(a->store, sql, a->err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->asked->article);
  isnad_status status = store_step(a->store, row, a->err);
  if (status == ISNAD_OK) status = find_sentence(a, store_column(row, 0));
  sqlite3_reset(row);
  return status;
}

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static chain_step_kind step_of_source(isnad_slice kind) {
  if (is(kind, "official")) return CHAIN_STEP_SPEAKER;
  if (is(kind, "document") || is(kind, "footage")) return CHAIN_STEP_DOCUMENT;
  return is(kind, "anonymous") ? CHAIN_STEP_UNNAMED : CHAIN_STEP_MEDIUM;
}

static closeness closeness_of(const asking *a, chain_step_kind kind, isnad_slice scope, isnad_span span) {
  if (shared_bytes(span, a->sentence) > 0) return kind == CHAIN_STEP_MEDIUM ? FOR_SENTENCE : VOUCHES;
  if (is(scope, "article")) return FOR_ARTICLE;
  return is(scope, "paragraph") && shared_bytes(span, a->paragraph) > 0 ? FOR_PARAGRAPH : FAR_OFF;
}

/* A cited medium whose report is held here is a step to that report; when the words were copied from it that step is there already. */
static bool resolved(const asking *a, sqlite3_stmt *row, chain_step *step) {
  isnad_slice id = store_column(row, 4), name = store_column(row, 5);
  for (size_t i = 0; i < a->out->count; i++) {
    const chain_step *s = &a->out->steps[i];
    if (s->kind != CHAIN_STEP_COPY) continue;
    if (id.length > 0 ? isnad_slice_equal(s->id, id) : isnad_slice_equal(s->name, name)) return true;
  }
  step->id = store_column_copy(a->arena, row, 4);
  step->name = store_column_copy(a->arena, row, 5);
  return false;
}

static bool take_citation(asking *a, sqlite3_stmt *row) {
  chain_step step = {.kind = step_of_source(store_column(row, 2)), .directed = true, .whole = true};
  isnad_span span = {(uint32_t)sqlite3_column_int64(row, 0), (uint32_t)sqlite3_column_int64(row, 1)};
  closeness close = closeness_of(a, step.kind, store_column(row, 3), span);
  if (close == FAR_OFF || resolved(a, row, &step)) return true;
  if (step.kind == CHAIN_STEP_MEDIUM && sqlite3_column_type(row, 6) != SQLITE_NULL) {
    step.kind = CHAIN_STEP_HELD;
    step.parent = sqlite3_column_int64(row, 6);
  }
  return add_step(a, &step, close);
}

static isnad_status read_citations(asking *a) {
  static const char sql[] = "SELECT c.begin, c.end, c.kind, c.scope, c.source, c.source_name, (SELECT e.parent FROM edge e WHERE e.child = c.article"
                            " AND e.kind = 'declared' AND e.parent IS NOT NULL AND e.source IS c.source AND e.source_name IS c.source_name)"
                            " FROM citation c WHERE c.article = ?1 ORDER BY c.place";
  sqlite3_stmt *row = store_statement(a->store, sql, a->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->asked->article);
  while ((status = store_step(a->store, row, a->err)) == ISNAD_OK)
    if (!take_citation(a, row)) return refused(a, row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static bool take_quote(asking *a, sqlite3_stmt *row) {
  isnad_span span = {(uint32_t)sqlite3_column_int64(row, 0), (uint32_t)sqlite3_column_int64(row, 1)}, words = a->asked->words;
  uint32_t smaller = length_of(span) < length_of(words) ? length_of(span) : length_of(words);
  bool anonymous = sqlite3_column_int(row, 4) != 0;
  if (2 * (uint64_t)shared_bytes(span, words) < smaller) return true;
  chain_step step = {.kind = anonymous ? CHAIN_STEP_UNNAMED : CHAIN_STEP_SPEAKER, .directed = true, .whole = true};
  step.id = store_column_copy(a->arena, row, 2);
  step.name = store_column_copy(a->arena, row, 3);
  return add_step(a, &step, SPEAKS);
}

static isnad_status read_quotes(asking *a) {
  static const char sql[] = "SELECT begin, end, entity, speaker, anonymous FROM quote WHERE article = ?1 AND begin < ?3 AND end > ?2"
                            " AND (speaker IS NOT NULL OR anonymous) ORDER BY place";
  sqlite3_stmt *row = store_statement(a->store, sql, a->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->asked->article);
  sqlite3_bind_int64(row, 2, a->asked->words.begin);
  sqlite3_bind_int64(row, 3, a->asked->words.end);
  while ((status = store_step(a->store, row, a->err)) == ISNAD_OK)
    if (!take_quote(a, row)) return refused(a, row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static void keep_closest(asking *a) {
  closeness best = FAR_OFF;
  size_t kept = 0;
  for (size_t i = 0; i < a->out->count; i++)
    if (a->out->steps[i].kind != CHAIN_STEP_COPY && a->close[i] > best) best = a->close[i];
  for (size_t i = 0; i < a->out->count; i++)
    if (a->out->steps[i].kind == CHAIN_STEP_COPY || a->close[i] == best) a->out->steps[kept++] = a->out->steps[i];
  a->out->count = kept;
}

isnad_status chain_read_report(chain_report *out, isnad_arena *arena, isnad_store *store, const isnad_carrier *asked, isnad_err *err) {
  asking a = {.arena = arena, .store = store, .asked = asked, .out = out, .err = err};
  isnad_status status = read_outlet(&a);
  if (status == ISNAD_OK) status = read_edges(&a);
  if (asked->words.begin >= asked->words.end || status != ISNAD_OK) return status;
  status = read_sentence(&a);
  if (status == ISNAD_OK) status = read_quotes(&a);
  if (status == ISNAD_OK) status = read_citations(&a);
  if (status == ISNAD_OK) keep_closest(&a);
  return status;
}
