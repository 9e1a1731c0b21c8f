/* The figures of a story's reports, as the store holds them. */
#include "base/clock.h"
#include "base/hash.h"
#include "claim/figure_words.h"
#include "claim/loading.h"
#include "claim/values.h"
#include "tables.h"

#include <math.h>
#include <string.h>

/* "For the first time" is said of everything. */
enum { SHORTEST_VERB = 10, LOWEST_RANK = 4, LONG_SPAN = 10, PAST_DAYS = 3, FIRST_YEAR = 1900, LAST_YEAR = 2100 };

/* A toll of weeks is a sum over time; one of long ago is the background of the report. */
static void settle_time(claim_figure *f) {
  bool told = f->when.from < f->when.to, dated = f->mention.published.from < f->mention.published.to;
  if (f->toll && told && f->scope.length == 0 && f->when.to - f->when.from > LONG_SPAN * (int64_t)DAY_SECONDS) f->scope = isnad_slice_of("ever");
  f->past = told && dated && f->when.to + PAST_DAYS * (int64_t)DAY_SECONDS < f->mention.published.from;
}

/* "He won 3-1" and "he lost 1-3" are one result. */
static void settle_score(claim_figure *f) {
  if (!isnad_slice_equal(f->measure, isnad_slice_of("score")) || f->low >= f->high) return;
  double low = f->low, min = f->min;
  f->low = f->high;
  f->high = low;
  f->min = f->max;
  f->max = min;
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
static isnad_slice place_named(claim_loading *l, isnad_slice id) {
  if (id.length == 0) return id;
  uint64_t *known = map_put(&l->places, hash64(id));
  if (known == NULL) return (isnad_slice){NULL, 0};
  for (size_t i = 0; *known == 0 && i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) *known = i + 1;
  if (*known == 0) *known = isnad_places_count + 1;
  return *known <= isnad_places_count ? isnad_slice_of(isnad_places_rows[*known - 1].name) : (isnad_slice){NULL, 0};
}

/* "The cup of the clubs 2017": a number that counts nothing and may be a year. */
static bool is_year(sqlite3_stmt *row) {
  double value = sqlite3_column_double(row, 6);
  bool counts = isnad_slice_equal(store_column(row, 12), isnad_slice_of("count")) && store_column(row, 14).length == 0;
  return counts && value == sqlite3_column_double(row, 7) && value >= FIRST_YEAR && value < LAST_YEAR && value == floor(value);
}

static bool is_count(const claim_figure *f) { return isnad_slice_equal(f->measure, isnad_slice_of("count")); }

static bool take_figure(void *context, sqlite3_stmt *row, size_t report) {
  claim_loading *l = context;
  isnad_arena *arena = l->story->arena;
  bool rank = isnad_slice_equal(store_column(row, 12), isnad_slice_of("ordinal"));
  if (isnad_slice_equal(store_column(row, 12), isnad_slice_of(FIGURE_IN_NAME))) return true;
  if (l->count == MOST_ROWS || (rank && sqlite3_column_double(row, 6) < LOWEST_RANK) || is_year(row)) return true;
  claim_figure *f = loading_next(l);
  if (f == NULL) return false;
  *f = (claim_figure){.report = report, .like = l->count - 1};
  f->mention = loading_mention(l->story, report, loading_span(row, 0), loading_span(row, 25));
  f->mention.headline = loading_in_headline(l->story, report, f->mention.span);
  f->mention.words = without_verb(f->mention.words);
  f->kind = store_column_copy(arena, row, 4);
  f->qualifier = store_column_copy(arena, row, 5);
  f->what = store_column_copy(arena, row, 8);
  f->times = (uint32_t)sqlite3_column_int64(row, 9);
  f->enumeration = (uint32_t)sqlite3_column_int64(row, 10);
  f->sum = (uint32_t)sqlite3_column_int64(row, 11);
  f->measure = store_column_copy(arena, row, 12);
  isnad_slice denied = isnad_slice_of(FIGURE_DENIED);
  f->denied = isnad_slice_starts(f->measure, denied);
  if (f->denied) f->measure = (isnad_slice){f->measure.bytes + denied.length, f->measure.length - denied.length};
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
  settle_score(f);
  claim_set_bucket(f);
  settle_time(f);
  f->holder = store_column_copy(arena, row, 28);
  bool one = f->low == 1 && f->high == 1 && !f->toll && is_count(f) && (f->thing.length == 0 || f->thing.bytes[0] == '~');
  if (one) { /* "as one of the leaders" */
    l->count--;
    return true;
  }
  return claim_content_unpack(&f->terms, arena, store_column(row, 24)) && loading_name(&f->speaker, &f->mention.carrier, l, f->mention.claimant) &&
         loading_name(&f->owner, &ignored, l, f->holder) && loading_name(&f->where, &ignored, l, place_named(l, f->place));
}

/* Numbers that are denied are nobody's: they are kept by themselves. */
static bool split_denials(claim_figures *all, isnad_arena *arena) {
  size_t kept = 0;
  all->denials = isnad_arena_array(arena, all->count + 1, sizeof *all->denials);
  if (all->denials == NULL) return false;
  for (size_t i = 0; i < all->count; i++) {
    if (all->items[i].denied) {
      all->denials[all->denial_count++] = all->items[i];
      continue;
    }
    all->items[kept] = all->items[i];
    all->items[kept].like = kept;
    kept++;
  }
  all->count = kept;
  return true;
}

isnad_status claim_load_figures(claim_figures *out, const claim_story *story, isnad_err *err) {
  static const char sql[] =
      "SELECT begin, end, number_begin, number_end, kind, qualifier, min, max, words, times, enumeration, sum, measure, factor, thing,"
      " state, scope, told_of, told_from, told_to, claimant, claimant_name, anonymous, rises, terms, clause_begin, clause_end, rule, holder"
      " FROM figure WHERE article = ?1 ORDER BY place";
  claim_loading l = {.story = story, .size = sizeof *out->items};
  isnad_status status = loading_all(&l, sql, take_figure, err);
  *out = (claim_figures){.items = l.items, .count = l.count};
  if (status == ISNAD_OK) status = claim_load_none(out, story, err);
  if (status == ISNAD_OK) claim_settle_figures(out);
  if (status == ISNAD_OK && !split_denials(out, story->arena)) status = isnad_arena_fail(err, story->arena, "claim");
  return status;
}
