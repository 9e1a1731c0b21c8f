#include "claim/rows.h"

#include "base/clock.h"
#include "base/hash.h"
#include "claim/values.h"
#include "store/sql.h"
#include "tables.h"

#include <string.h>

/* "For the first time" is said of everything. */
enum { SHORTEST_VERB = 10, LOWEST_RANK = 4, LONG_SPAN = 10, PAST_DAYS = 3 };

/* --- the reports --- */

/* Where the headline first stands in the text of its page. */
static isnad_span headline_in(isnad_slice text, isnad_slice headline) {
  const char *at = text.bytes, *end = text.bytes + text.length;
  while (headline.length > 0 && (size_t)(end - at) >= headline.length && (at = memchr(at, headline.bytes[0], (size_t)(end - at))) != NULL) {
    if ((size_t)(end - at) < headline.length) break;
    if (memcmp(at, headline.bytes, headline.length) == 0)
      return (isnad_span){(uint32_t)(at - text.bytes), (uint32_t)(at - text.bytes) + (uint32_t)headline.length};
    at++;
  }
  return (isnad_span){0, 0};
}

isnad_status claim_load_story(claim_story *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  store_article *members = NULL;
  *out = (claim_story){.arena = arena, .store = store};
  isnad_status status = store_story_members(&members, &out->count, arena, store, story, err);
  if (status != ISNAD_OK) return status;
  out->reports = isnad_arena_array(arena, out->count + 1, sizeof *out->reports);
  if (out->reports == NULL || !map_new(&out->places, arena, out->count)) return isnad_arena_fail(err, arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < out->count; i++) {
    claim_report *r = &out->reports[i];
    uint64_t *place = map_put(&out->places, (uint64_t)members[i].id);
    if (place == NULL) return isnad_arena_fail(err, arena, "claim");
    *place = i + 1;
    *r = (claim_report){.article = members[i], .bare = isnad_slice_equal(members[i].role, isnad_slice_of("headline"))};
    status = store_article_text(&r->text, arena, store, members[i].capture, err);
    r->headline = headline_in(r->text, members[i].headline);
    if (status == ISNAD_OK) status = store_edges_into(&r->edges, &r->edge_count, arena, store, members[i].id, err);
  }
  return status;
}

static isnad_claim_mention mention_of(const claim_story *s, size_t report, isnad_span span, isnad_span clause) {
  const claim_report *r = &s->reports[report];
  const store_article *a = &r->article;
  isnad_slice outlet = a->outlet_name.length > 0 ? a->outlet_name : a->outlet;
  return (isnad_claim_mention){.article = a->id,
                               .name = a->name,
                               .label = a->label,
                               .outlet = outlet,
                               .published = a->published,
                               .span = span,
                               .clause = clause,
                               .words = isnad_slice_at(r->text, span),
                               .around = isnad_slice_at(r->text, clause),
                               .bare = r->bare};
}

static isnad_span span_at(sqlite3_stmt *row, int at) {
  return (isnad_span){(uint32_t)sqlite3_column_int64(row, at), (uint32_t)sqlite3_column_int64(row, at + 1)};
}

/* Whether the words stand in the article's headline. */
static bool in_headline(const claim_story *s, size_t report, isnad_span span) {
  const claim_report *r = &s->reports[report];
  return r->bare || (r->headline.begin <= span.begin && span.end <= r->headline.end && span.begin < span.end);
}

/* Runs a query of one report's rows and hands each over; `take` returns false when memory is short. */
static isnad_status each_row(const claim_story *s, const char *sql, size_t report, bool (*take)(void *, sqlite3_stmt *, size_t), void *context,
                             isnad_err *err) {
  sqlite3_stmt *row = store_statement(s->store, sql, err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, s->reports[report].article.id);
  while ((status = store_step(s->store, row, err)) == ISNAD_OK)
    if (!take(context, row, report)) {
      sqlite3_reset(row);
      return isnad_arena_fail(err, s->arena, "claim");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

typedef struct loading {
  const claim_story *story;
  void *items;
  size_t count, room, size;
  map names;  /* of claimants -> place in contents + 1 */
  map places; /* hash of an id -> row in the table of places + 1 */
  claim_content *contents;
  bool *media; /* by place in contents: the name is that of a medium */
} loading;

static void *next_item(loading *l) {
  if (l->count == l->room) {
    void *more = isnad_arena_grow(l->story->arena, l->items, l->room, l->room * 2 + 64, l->size);
    if (more == NULL) return NULL;
    l->items = more;
    l->room = l->room * 2 + 64;
  }
  return (char *)l->items + l->size * l->count++;
}

static isnad_status load_all(loading *l, const char *sql, bool (*take)(void *, sqlite3_stmt *, size_t), isnad_err *err) {
  isnad_status status = ISNAD_OK;
  if (!map_new(&l->names, l->story->arena, 64) || !map_new(&l->places, l->story->arena, 64)) return isnad_arena_fail(err, l->story->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < l->story->count && l->count < MOST_ROWS; i++) status = each_row(l->story, sql, i, take, l, err);
  return status;
}

/* The name of an outlet, or a noun for a medium with its name behind: "the site", "the agency". */
static bool names_medium(const isnad_tokens *tokens) {
  isnad_phrase hits[8];
  size_t count = tokens->count > 0 ? isnad_phrases_at(hits, 8, tokens, 0, 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_HEADS, 0) : 0;
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table == ISNAD_TABLE_OUTLETS && hits[i].count == tokens->count) return true;
    if (hits[i].table != ISNAD_TABLE_HEADS) continue;
    isnad_heads_kind kind = isnad_heads_rows[hits[i].row].kind;
    if (kind == ISNAD_HEADS_KIND_AGENCY || kind == ISNAD_HEADS_KIND_OUTLET) return true;
  }
  return false;
}

/* The content words of a name, and whether it is a medium's; each name is read once. */
static bool read_name(claim_content *out, bool *medium, loading *l, isnad_slice name) {
  isnad_arena *arena = l->story->arena;
  isnad_tokens tokens;
  claim_terms terms = {.count = 0};
  *out = (claim_content){NULL, 0, 0};
  if (name.length == 0) return true;
  uint64_t *known = map_put(&l->names, hash64(name));
  if (known == NULL) return false;
  if (*known != 0) {
    *out = l->contents[*known - 1];
    *medium = l->media[*known - 1];
    return true;
  }
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(&terms, &listing, 0, tokens.count, TERMS_NUMBERS);
  terms_finish(&terms);
  claim_content *more = isnad_arena_grow(arena, l->contents, l->names.count - 1, l->names.count, sizeof *more);
  bool *media = isnad_arena_grow(arena, l->media, l->names.count - 1, l->names.count, sizeof *media);
  if (more == NULL || media == NULL || !claim_content_unpack(out, arena, claim_terms_pack(arena, &terms))) return false;
  l->contents = more;
  l->media = media;
  media[l->names.count - 1] = *medium = names_medium(&tokens);
  l->contents[l->names.count - 1] = *out;
  *known = l->names.count;
  return true;
}

/* --- figures --- */

/* A toll of weeks is a sum over time; one of long ago is the background of the report. */
static void settle_time(claim_figure *f) {
  bool told = f->when.from < f->when.to, dated = f->mention.published.from < f->mention.published.to;
  if (f->toll && told && f->scope.length == 0 && f->when.to - f->when.from > LONG_SPAN * (int64_t)DAY_SECONDS) f->scope = isnad_slice_of("ever");
  f->past = told && dated && f->when.to + PAST_DAYS * (int64_t)DAY_SECONDS < f->mention.published.from;
}

/* "Two planes that carry": the verb behind a noun of two or more is not counted. */
static isnad_slice without_verb(isnad_slice words) {
  size_t at = words.length;
  while (at > 0 && words.bytes[at - 1] != ' ') at--;
  isnad_slice last = {words.bytes + at, words.length - at};
  static const char alef_noon[] = "\xD8\xA7\xD9\x86", waw_noon[] = "\xD9\x88\xD9\x86", yeh[] = "\xD9\x8A", teh[] = "\xD8\xAA";
  if (at == 0 || last.length < SHORTEST_VERB) return words;
  const char *end = last.bytes + last.length;
  bool person = memcmp(last.bytes, yeh, 2) == 0 || memcmp(last.bytes, teh, 2) == 0;
  bool ending = memcmp(end - 4, alef_noon, 4) == 0 || memcmp(end - 4, waw_noon, 4) == 0;
  if (!person || !ending || memcmp(end - 6, yeh, 2) == 0) return words; /* a nation: "two Tunisians" */
  return (isnad_slice){words.bytes, at - 1};
}

/* The name of a place by its id, found once; empty: no table knows it. */
static isnad_slice place_named(loading *l, isnad_slice id) {
  if (id.length == 0) return id;
  uint64_t *known = map_put(&l->places, hash64(id));
  if (known == NULL) return (isnad_slice){NULL, 0};
  for (size_t i = 0; *known == 0 && i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) *known = i + 1;
  if (*known == 0) *known = isnad_places_count + 1;
  return *known <= isnad_places_count ? isnad_slice_of(isnad_places_rows[*known - 1].name) : (isnad_slice){NULL, 0};
}

static bool take_figure(void *context, sqlite3_stmt *row, size_t report) {
  loading *l = context;
  isnad_arena *arena = l->story->arena;
  bool rank = isnad_slice_equal(store_column(row, 12), isnad_slice_of("ordinal"));
  if (l->count == MOST_ROWS || (rank && sqlite3_column_double(row, 6) < LOWEST_RANK)) return true;
  claim_figure *f = next_item(l);
  if (f == NULL) return false;
  *f = (claim_figure){.report = report, .like = l->count - 1};
  f->mention = mention_of(l->story, report, span_at(row, 0), span_at(row, 25));
  f->mention.headline = in_headline(l->story, report, f->mention.span);
  f->mention.words = without_verb(f->mention.words);
  f->kind = store_column_copy(arena, row, 4);
  f->qualifier = store_column_copy(arena, row, 5);
  f->what = store_column_copy(arena, row, 8);
  f->times = (uint32_t)sqlite3_column_int64(row, 9);
  f->enumeration = (uint32_t)sqlite3_column_int64(row, 10);
  f->sum = (uint32_t)sqlite3_column_int64(row, 11);
  f->measure = store_column_copy(arena, row, 12);
  f->thing = store_column_copy(arena, row, 14);
  f->state = store_column_copy(arena, row, 15);
  f->scope = store_column_copy(arena, row, 16);
  f->place = store_column_copy(arena, row, 17);
  if (sqlite3_column_type(row, 18) != SQLITE_NULL) f->when = (isnad_interval){sqlite3_column_int64(row, 18), sqlite3_column_int64(row, 19)};
  f->mention.claimant_id = store_column_copy(arena, row, 20);
  f->mention.claimant = store_column_copy(arena, row, 21);
  f->mention.anonymous = sqlite3_column_int(row, 22) != 0;
  f->rises = sqlite3_column_int(row, 23) != 0;
  f->mention.rule = store_column_copy(arena, row, 27);
  bool ignored = false;
  bool has_min = sqlite3_column_type(row, 6) != SQLITE_NULL, has_max = sqlite3_column_type(row, 7) != SQLITE_NULL;
  claim_set_value(f, has_min, sqlite3_column_double(row, 6), has_max, sqlite3_column_double(row, 7), sqlite3_column_double(row, 13));
  claim_set_bucket(f);
  settle_time(f);
  f->holder = store_column_copy(arena, row, 28);
  return claim_content_unpack(&f->terms, arena, store_column(row, 24)) && read_name(&f->speaker, &f->mention.carrier, l, f->mention.claimant) &&
         read_name(&f->owner, &ignored, l, f->holder) && read_name(&f->where, &ignored, l, place_named(l, f->place));
}

isnad_status claim_load_figures(claim_figures *out, const claim_story *story, isnad_err *err) {
  static const char sql[] =
      "SELECT begin, end, number_begin, number_end, kind, qualifier, min, max, words, times, enumeration, sum, measure, factor, thing,"
      " state, scope, told_of, told_from, told_to, claimant, claimant_name, anonymous, rises, terms, clause_begin, clause_end, rule, holder"
      " FROM figure WHERE article = ?1 ORDER BY place";
  loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = load_all(&l, sql, take_figure, err);
  *out = (claim_figures){l.items, l.count};
  return status;
}

/* --- statements --- */

static bool take_statement(void *context, sqlite3_stmt *row, size_t report) {
  loading *l = context;
  isnad_arena *arena = l->story->arena;
  if (l->count == MOST_ROWS) return true;
  claim_statement *q = next_item(l);
  if (q == NULL) return false;
  isnad_span span = span_at(row, 0);
  *q = (claim_statement){.report = report, .mention = mention_of(l->story, report, span, span)};
  q->mention.headline = in_headline(l->story, report, span);
  q->mode = store_column_copy(arena, row, 2);
  q->mention.claimant_id = store_column_copy(arena, row, 3);
  if (q->mention.claimant_id.length > 0 && q->mention.claimant_id.bytes[0] == '@') q->mention.claimant_id = (isnad_slice){NULL, 0};
  q->mention.claimant = store_column_copy(arena, row, 4);
  q->mention.anonymous = sqlite3_column_int(row, 5) != 0;
  q->via = store_column_copy(arena, row, 6);
  q->mention.rule = store_column_copy(arena, row, 7);
  q->denies = sqlite3_column_int(row, 9) != 0;
  q->mention.verb = isnad_slice_at(l->story->reports[report].text, span_at(row, 10));
  return claim_content_unpack(&q->terms, arena, store_column(row, 8)) && read_name(&q->speaker, &q->mention.carrier, l, q->mention.claimant);
}

/* Quoted pieces inside a reported statement say nothing of their own. Statements are in page order, the wider first. */
static void find_pieces(claim_statements *all) {
  for (size_t i = 0; i < all->count; i++) all->items[i].piece_of = i;
  for (size_t i = 1; i < all->count; i++) {
    claim_statement *q = &all->items[i];
    const claim_statement *before = &all->items[all->items[i - 1].piece_of];
    bool inside =
        before->report == q->report && before->mention.span.begin <= q->mention.span.begin && q->mention.span.end <= before->mention.span.end;
    if (inside) q->piece_of = all->items[i - 1].piece_of;
  }
}

isnad_status claim_load_statements(claim_statements *out, const claim_story *story, isnad_err *err) {
  static const char sql[] = "SELECT begin, end, mode, entity, speaker, anonymous, via, rule, terms, denies, coalesce(verb_begin, 0), "
                            "coalesce(verb_end, 0) FROM quote WHERE article = ?1 ORDER BY place";
  loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = load_all(&l, sql, take_statement, err);
  *out = (claim_statements){l.items, l.count};
  find_pieces(out);
  return status;
}

/* --- what is told of names --- */

static bool take_told(void *context, sqlite3_stmt *row, size_t report) {
  loading *l = context;
  isnad_arena *arena = l->story->arena;
  if (l->count == MOST_ROWS) return true;
  claim_told *t = next_item(l);
  if (t == NULL) return false;
  isnad_span span = span_at(row, 0);
  *t = (claim_told){.report = report, .mention = mention_of(l->story, report, span, span)};
  t->mention.headline = in_headline(l->story, report, span);
  t->kind = store_column_copy(arena, row, 2);
  t->subject = store_column_copy(arena, row, 3);
  t->subject_name = store_column_copy(arena, row, 4);
  t->value = store_column_copy(arena, row, 5);
  t->value_name = store_column_copy(arena, row, 6);
  return claim_content_unpack(&t->terms, arena, store_column(row, 7));
}

isnad_status claim_load_told(claim_tolds *out, const claim_story *story, isnad_err *err) {
  static const char sql[] = "SELECT begin, end, kind, subject, subject_name, value, value_name, terms FROM told WHERE article = ?1 ORDER BY place";
  loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = load_all(&l, sql, take_told, err);
  *out = (claim_tolds){l.items, l.count};
  return status;
}
