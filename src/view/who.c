/* One bearer of a name: spellings, offices, the stories and articles that name it, what it said. Everything is known by its key first; what an
 * article or a story says is read for the lines alone that are handed out. */
#include "base/hash.h"
#include "base/map.h"
#include "view/who_lines.h"

#include <stdlib.h>

#include "tables.h"

enum { MOST_OTHERS = 8 };

typedef struct named_story {
  isnad_slice id;
  uint64_t naming; /* of its reports */
} named_story;

typedef struct statement_key {
  uint32_t place, article; /* article: index, the newest first */
} statement_key;

typedef struct asking {
  sheet sheet;
  isnad_store *store;
  const entity_card *card;
  entity_words *spellings, *roles;
  entity_naming *articles; /* each once */
  named_story *stories;    /* by the newest report that names it */
  statement_key *statements;
  size_t spelling_count, role_count, article_count, story_count, statement_count;
  size_t skip, given; /* lines that are left out before the first, and that were handed out */
} asking;

/* --- loading --- */

static isnad_status full(asking *q) { return isnad_arena_fail(q->sheet.err, q->sheet.arena, "view"); }

/* An article may know one bearer by two ids. */
static void join_same(asking *q) {
  size_t kept = 0;
  for (size_t i = 0; i < q->article_count; i++) {
    if (kept > 0 && q->articles[kept - 1].article == q->articles[i].article)
      q->articles[kept - 1].mentions += q->articles[i].mentions;
    else
      q->articles[kept++] = q->articles[i];
  }
  q->article_count = kept;
}

static isnad_status find_stories(asking *q) {
  map places;
  q->stories = isnad_arena_array(q->sheet.arena, q->article_count + 1, sizeof *q->stories);
  if (q->stories == NULL || !map_new(&places, q->sheet.arena, q->article_count)) return full(q);
  for (size_t i = 0; i < q->article_count; i++) {
    if (q->articles[i].story.length == 0) continue;
    uint64_t *place = map_put(&places, hash64(q->articles[i].story));
    if (place == NULL) return full(q);
    if (*place == 0) {
      q->stories[q->story_count++] = (named_story){q->articles[i].story, 0};
      *place = q->story_count;
    }
    q->stories[*place - 1].naming++;
  }
  return ISNAD_OK;
}

static int by_article(const void *a, const void *b) {
  const statement_key *x = a, *y = b;
  if (x->article != y->article) return x->article < y->article ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

static isnad_status find_statements(asking *q) {
  entity_statement *found = NULL;
  size_t count = 0;
  map places;
  isnad_status status = entity_statements(&found, &count, q->sheet.arena, q->store, q->card->id, q->sheet.err);
  if (status != ISNAD_OK) return status;
  q->statements = isnad_arena_array(q->sheet.arena, count + 1, sizeof *q->statements);
  if (q->statements == NULL || !map_new(&places, q->sheet.arena, q->article_count)) return full(q);
  for (size_t i = 0; i < q->article_count; i++) {
    uint64_t *place = map_put(&places, (uint64_t)q->articles[i].article);
    if (place == NULL) return full(q);
    *place = i;
  }
  for (size_t i = 0; i < count; i++) {
    const uint64_t *at = map_get(&places, (uint64_t)found[i].article);
    if (at != NULL) q->statements[q->statement_count++] = (statement_key){(uint32_t)found[i].place, (uint32_t)*at};
  }
  if (q->statement_count > 1) qsort(q->statements, q->statement_count, sizeof *q->statements, by_article);
  return ISNAD_OK;
}

static isnad_status load(asking *q) {
  isnad_arena *arena = q->sheet.arena;
  isnad_err *err = q->sheet.err;
  isnad_status status = entity_spellings(&q->spellings, &q->spelling_count, arena, q->store, q->card->id, err);
  if (status == ISNAD_OK) status = entity_offices(&q->roles, &q->role_count, arena, q->store, q->card->id, err);
  if (status == ISNAD_OK) status = entity_articles(&q->articles, &q->article_count, arena, q->store, q->card, err);
  if (status != ISNAD_OK) return status;
  join_same(q);
  status = find_stories(q);
  return status == ISNAD_OK ? find_statements(q) : status;
}

static bool is_place(const entity_card *card) { return isnad_slice_is(card->type, "place") || isnad_slice_is(card->type, "facility"); }

/* --- which lines are asked for --- */

static bool is_asked(const asking *q, const char *is) {
  isnad_slice only = q->sheet.view->only;
  return only.length == 0 || isnad_slice_is(only, is);
}

/* How many lines of a kind may be handed out. */
static size_t most_of(const asking *q, const char *is, size_t count) {
  size_t each = q->sheet.view->each;
  if (!is_asked(q, is)) return 0;
  return each > 0 && each < count ? each : count;
}

/* Whether the next line is on the page. */
static bool is_next(asking *q) {
  size_t limit = q->sheet.view->limit;
  if (q->skip > 0) {
    q->skip--;
    return false;
  }
  return (limit == 0 || q->given < limit) && ++q->given > 0;
}

/* --- the kinds of lines --- */

typedef isnad_status (*word_line)(sheet *, const entity_words *);

/* For people: how many of a kind are left out. */
static isnad_status tell_more(asking *q, const char *is, size_t count) {
  size_t most = most_of(q, is, count);
  return q->sheet.view->json || most == 0 || most == count ? ISNAD_OK : who_more(&q->sheet, count - most);
}

static isnad_status show_words(asking *q, const char *is, const entity_words *items, size_t count, word_line line) {
  isnad_status status = ISNAD_OK;
  size_t most = most_of(q, is, count);
  for (size_t i = 0; status == ISNAD_OK && i < most; i++)
    if (is_next(q)) status = line(&q->sheet, &items[i]);
  return status == ISNAD_OK ? tell_more(q, is, count) : status;
}

static isnad_status show_offices(asking *q) {
  entity_office office;
  isnad_status status = ISNAD_OK;
  for (uint32_t row = 0; status == ISNAD_OK && is_asked(q, "office") && entity_next_office(&office, &row, q->card->id, (isnad_slice){NULL, 0});)
    if (is_next(q)) status = who_office(&q->sheet, &office);
  return status == ISNAD_OK ? show_words(q, "role", q->roles, q->role_count, who_role) : status;
}

static isnad_status show_stories(asking *q) {
  isnad_status status = ISNAD_OK;
  size_t most = most_of(q, "story", q->story_count);
  for (size_t i = 0; status == ISNAD_OK && i < most; i++) {
    store_story story;
    if (!is_next(q)) continue;
    isnad_arena_reset(q->sheet.scratch);
    status = store_story_find(&story, q->sheet.scratch, q->store, q->stories[i].id, q->sheet.err);
    if (status == ISNAD_OK) status = who_story(&q->sheet, &story, q->stories[i].naming);
  }
  return status == ISNAD_OK ? tell_more(q, "story", q->story_count) : status;
}

static isnad_status show_articles(asking *q) {
  isnad_status status = ISNAD_OK;
  size_t most = most_of(q, "article", q->article_count);
  for (size_t i = 0; status == ISNAD_OK && i < most; i++) {
    store_article article;
    if (!is_next(q)) continue;
    isnad_arena_reset(q->sheet.scratch);
    status = store_article_get(&article, q->sheet.scratch, q->store, q->articles[i].article, q->sheet.err);
    if (status == ISNAD_OK) status = who_article(&q->sheet, &article, q->articles[i].mentions);
  }
  return status == ISNAD_OK ? tell_more(q, "article", q->article_count) : status;
}

static bool take_statement(void *context, const store_quote *quote) { return who_statement(context, quote) == ISNAD_OK; }

static isnad_status show_statements(asking *q) {
  isnad_status status = ISNAD_OK;
  size_t most = most_of(q, "statement", q->statement_count);
  for (size_t i = 0; status == ISNAD_OK && i < most; i++) {
    const statement_key *key = &q->statements[i];
    if (is_next(q)) status = store_quote_at(q->store, q->articles[key->article].article, key->place, take_statement, &q->sheet, q->sheet.err);
  }
  return status == ISNAD_OK ? tell_more(q, "statement", q->statement_count) : status;
}

/* The other bearers of the name, so that nobody takes one for the other. */
static isnad_status show_others(asking *q, const entity_card *others, size_t count) {
  isnad_status status = ISNAD_OK;
  size_t most = most_of(q, "other", count < MOST_OTHERS ? count : MOST_OTHERS);
  for (size_t i = 0; status == ISNAD_OK && i < most; i++)
    if (is_next(q)) status = who_other(&q->sheet, &others[i]);
  return status;
}

/* The country of a place that is none itself. */
static isnad_status show_country(asking *q) {
  isnad_slice code = q->card->country;
  if (!is_place(q->card) || code.length == 0) return ISNAD_OK;
  for (uint32_t row = 0; row < isnad_places_count; row++) {
    const isnad_places_row *r = &isnad_places_rows[row];
    if (r->kind != ISNAD_PLACES_KIND_COUNTRY || !isnad_slice_equal(isnad_slice_of(r->country), code)) continue;
    bool itself = isnad_slice_equal(isnad_slice_of(r->id), q->card->id);
    return !itself && is_asked(q, "country") && is_next(q) ? who_country(&q->sheet, row) : ISNAD_OK;
  }
  return ISNAD_OK;
}

static isnad_status show(asking *q) {
  who_counts counts = {q->spelling_count, q->role_count, q->story_count, q->statement_count};
  isnad_status status = is_asked(q, "entity") && is_next(q) ? who_head(&q->sheet, q->card, &counts) : ISNAD_OK;
  if (status == ISNAD_OK) status = show_country(q);
  if (status == ISNAD_OK) status = show_words(q, "spelling", q->spellings, q->spelling_count, who_spelling);
  if (status == ISNAD_OK) status = show_offices(q);
  if (status == ISNAD_OK) status = show_stories(q);
  if (status == ISNAD_OK) status = show_articles(q);
  return status == ISNAD_OK ? show_statements(q) : status;
}

/* --- an office instead of a name: who held it, by the table and by the articles --- */

static isnad_status show_holders(asking *q, const char *office) {
  entity_office held;
  entity_words *told = NULL;
  size_t count = 0;
  isnad_slice id = isnad_slice_of(office);
  isnad_status status = entity_holders(&told, &count, q->sheet.arena, q->store, id, q->sheet.err);
  for (uint32_t row = 0; status == ISNAD_OK && is_asked(q, "office") && entity_next_office(&held, &row, (isnad_slice){NULL, 0}, id);)
    if (is_next(q)) status = who_holder(&q->sheet, &held);
  return status == ISNAD_OK ? show_words(q, "role", told, count, who_role) : status;
}

/* --- the whole --- */

/* The places alone, in their order. */
static size_t keep_places(entity_card *cards, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (is_place(&cards[i])) cards[kept++] = cards[i];
  return kept;
}

static isnad_status show_first(asking *q, const entity_card *cards, size_t count) {
  q->card = &cards[0];
  isnad_status status = load(q);
  if (status == ISNAD_OK) status = show(q);
  return status == ISNAD_OK ? show_others(q, cards + 1, count - 1) : status;
}

static isnad_status find_and_show(isnad_store *store, isnad_slice name, bool place, const isnad_view *view, const char *nothing, isnad_err *err) {
  asking q = {.store = store, .skip = view->skip};
  entity_card *cards = NULL;
  size_t count = 0;
  isnad_status status = sheet_open(&q.sheet, view, err);
  const char *office = status == ISNAD_OK && !place ? entity_office_named(q.sheet.arena, name, err) : NULL;
  if (status == ISNAD_OK) status = entity_find(&cards, &count, q.sheet.arena, store, name, err);
  if (place) count = keep_places(cards, count);
  if (status == ISNAD_OK && count > 0)
    status = show_first(&q, cards, count);
  else if (status == ISNAD_OK && office != NULL)
    status = show_holders(&q, office);
  if (q.card != NULL) q.sheet.lines++; /* it is there, though no line of this kind may be */
  return sheet_close(&q.sheet, status, nothing);
}

isnad_status isnad_view_who(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err) {
  return find_and_show(store, name, false, view, "no article of the store names that", err);
}

isnad_status isnad_view_where(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err) {
  return find_and_show(store, name, true, view, "no article of the store names a place so", err);
}
