#include "claim/rows.h"

#include "claim/loading.h"

#include <string.h>

enum { TOLD_REACH = 200 };

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

static bool is_bare(const store_article *a) { return isnad_slice_equal(a->role, isnad_slice_of("headline")); }

/* Headlines in lists go behind the reports: they are dated by these, and tell nothing first. */
static bool bare_last(store_article *members, size_t count, isnad_arena *arena) {
  store_article *bare = isnad_arena_array(arena, count + 1, sizeof *bare);
  size_t kept = 0, last = 0;
  if (bare == NULL) return false;
  for (size_t i = 0; i < count; i++)
    if (is_bare(&members[i]))
      bare[last++] = members[i];
    else
      members[kept++] = members[i];
  for (size_t i = 0; i < last; i++) members[kept + i] = bare[i];
  return true;
}

isnad_status claim_load_story(claim_story *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  store_article *members = NULL;
  *out = (claim_story){.arena = arena, .store = store};
  isnad_status status = store_story_members(&members, &out->count, arena, store, story, err);
  if (status != ISNAD_OK) return status;
  out->reports = isnad_arena_array(arena, out->count + 1, sizeof *out->reports);
  if (out->reports == NULL || !map_new(&out->places, arena, out->count)) return isnad_arena_fail(err, arena, "claim");
  if (!bare_last(members, out->count, arena)) return isnad_arena_fail(err, arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < out->count; i++) {
    claim_report *r = &out->reports[i];
    uint64_t *place = map_put(&out->places, (uint64_t)members[i].id);
    if (place == NULL) return isnad_arena_fail(err, arena, "claim");
    *place = i + 1;
    *r = (claim_report){.article = members[i], .bare = is_bare(&members[i])};
    status = store_article_text(&r->text, arena, store, members[i].capture, err);
    r->headline = headline_in(r->text, members[i].headline);
    if (status == ISNAD_OK) status = store_edges_into(&r->edges, &r->edge_count, arena, store, members[i].id, err);
  }
  return status;
}

/* --- statements --- */

/* From the verb to the end of the statement, where both stand in one line near each other. */
static isnad_slice told_from(isnad_slice text, isnad_span verb, isnad_span words) {
  bool near = verb.begin < verb.end && verb.end <= words.begin && words.begin <= verb.end + TOLD_REACH;
  if (!near || memchr(text.bytes + verb.end, '\n', words.begin - verb.end) != NULL) return (isnad_slice){NULL, 0};
  return isnad_slice_at(text, (isnad_span){verb.begin, words.end});
}

/* The speaker is named by the verb of speech: neither a pronoun nor one from a sentence before. */
static bool is_named_beside(sqlite3_stmt *row) {
  enum { BESIDE = 120 };
  int64_t verb = sqlite3_column_int64(row, 10), verb_end = sqlite3_column_int64(row, 11);
  if (sqlite3_column_int(row, 12) != 0 || sqlite3_column_type(row, 13) == SQLITE_NULL || verb >= verb_end) return false;
  int64_t first = sqlite3_column_int64(row, 13), last = sqlite3_column_int64(row, 14);
  return first >= verb_end ? first - verb_end <= BESIDE : verb - last <= BESIDE && verb >= last;
}

static bool take_statement(void *context, sqlite3_stmt *row, size_t report) {
  claim_loading *l = context;
  isnad_arena *arena = l->story->arena;
  if (l->count == MOST_ROWS) return true;
  claim_statement *q = loading_next(l);
  if (q == NULL) return false;
  isnad_span span = loading_span(row, 0);
  *q = (claim_statement){.report = report, .mention = loading_mention(l->story, report, span, span)};
  q->mention.headline = loading_in_headline(l->story, report, span);
  q->mode = store_column_copy(arena, row, 2);
  q->mention.claimant_id = store_column_copy(arena, row, 3);
  if (q->mention.claimant_id.length > 0 && q->mention.claimant_id.bytes[0] == '@') q->mention.claimant_id = (isnad_slice){NULL, 0};
  q->mention.claimant = store_column_copy(arena, row, 4);
  q->mention.anonymous = sqlite3_column_int(row, 5) != 0;
  q->via = store_column_copy(arena, row, 6);
  q->mention.rule = store_column_copy(arena, row, 7);
  q->denies = sqlite3_column_int(row, 9) != 0;
  q->named_beside = is_named_beside(row);
  q->mention.verb = isnad_slice_at(l->story->reports[report].text, loading_span(row, 10));
  q->mention.told = told_from(l->story->reports[report].text, loading_span(row, 10), span);
  return claim_content_unpack(&q->terms, arena, store_column(row, 8)) && loading_name(&q->speaker, &q->mention.carrier, l, q->mention.claimant);
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
                            "coalesce(verb_end, 0), implicit, speaker_begin, speaker_end FROM quote WHERE article = ?1 ORDER BY place";
  claim_loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = loading_all(&l, sql, take_statement, err);
  *out = (claim_statements){l.items, l.count};
  find_pieces(out);
  return status;
}

/* --- what is told of names --- */

static bool take_told(void *context, sqlite3_stmt *row, size_t report) {
  claim_loading *l = context;
  isnad_arena *arena = l->story->arena;
  if (l->count == MOST_ROWS) return true;
  claim_told *t = loading_next(l);
  if (t == NULL) return false;
  isnad_span span = loading_span(row, 0);
  *t = (claim_told){.report = report, .mention = loading_mention(l->story, report, span, span)};
  t->mention.headline = loading_in_headline(l->story, report, span);
  t->kind = store_column_copy(arena, row, 2);
  t->subject = store_column_copy(arena, row, 3);
  t->subject_name = store_column_copy(arena, row, 4);
  t->value = store_column_copy(arena, row, 5);
  t->value_name = store_column_copy(arena, row, 6);
  return claim_content_unpack(&t->terms, arena, store_column(row, 7));
}

isnad_status claim_load_told(claim_tolds *out, const claim_story *story, isnad_err *err) {
  static const char sql[] =
      "SELECT begin, end, kind, subject, subject_name, value, value_name, terms FROM told WHERE article = ?1 AND kind <> 'none' "
      "ORDER BY place";
  claim_loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = loading_all(&l, sql, take_told, err);
  *out = (claim_tolds){l.items, l.count};
  return status;
}
