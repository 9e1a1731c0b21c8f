/* What is looked for in a text, and the marks where it stands there. */
#include "search/excerpt_marks.h"

#include "arabic/forms.h"

enum { MOST_TERMS = 12 };

/* One word of a clause: it is met by a token with this stem, or with one of these forms. */
typedef struct sought_word {
  uint64_t stem;    /* 0: by form only */
  isnad_slice form; /* folded */
  bool first;       /* of a quotation: it may bear proclitics */
  bool prefix;
} sought_word;

typedef struct sought {
  sought_word words[MOST_TERMS];
  size_t count;
  double weight;
  bool title_only;
} sought;

struct excerpt_words {
  sought *items;
  size_t count, room;
};

/* --- what is sought --- */

static sought *new_sought(excerpt_words *w, isnad_arena *arena, const isnad_search_clause *c, uint64_t reports) {
  if (w->count == w->room) {
    sought *items = isnad_arena_grow(arena, w->items, w->room, w->room * 2 + 8, sizeof *items);
    if (items == NULL) return NULL;
    w->items = items;
    w->room = w->room * 2 + 8;
  }
  w->items[w->count] =
      (sought){.title_only = c->field == ISNAD_FIELD_TITLE, .weight = reports == UINT64_MAX ? 1 : 1 + 8.0 / (1 + (double)reports / 50)};
  return &w->items[w->count++];
}

static bool is_text(const isnad_search_clause *c) { return c->field == ISNAD_FIELD_TEXT || c->field == ISNAD_FIELD_TITLE; }

static sought_word word_of_clause(const isnad_search_clause *c, const isnad_tokens *tokens, size_t at, bool first) {
  char room[ISNAD_STEM_ROOM];
  bool exact = c->prefix || (c->exact && is_text(c)) || search_is_stop(&tokens->items[at]);
  sought_word word = {.form = isnad_token_form(tokens, at), .first = first && c->exact, .prefix = c->prefix};
  word.stem = exact ? 0 : isnad_token_hash(tokenizer_stem(room, tokens, at));
  return word;
}

/* A lone stop word beside others was not asked for. */
static bool says_nothing(const isnad_search_clause *c, const isnad_tokens *tokens, size_t clauses) {
  return clauses > 1 && !c->exact && tokens->count == 1 && search_is_stop(&tokens->items[0]);
}

static isnad_status add_words(excerpt_words *w, const expression *e, uint32_t at, isnad_slice words) {
  const isnad_search_clause *c = &e->query->clauses[at];
  isnad_tokens tokens;
  isnad_status status = isnad_arabic_tokens(&tokens, e->arena, words, e->err);
  if (status != ISNAD_OK || says_nothing(c, &tokens, e->query->count)) return status;
  sought *s = new_sought(w, e->arena, c, e->reports[at]);
  if (s == NULL) return isnad_arena_fail(e->err, e->arena, "search");
  for (size_t i = 0; i < tokens.count && s->count < MOST_TERMS; i++) {
    if (!search_is_word(&tokens.items[i])) continue;
    s->words[s->count] = word_of_clause(c, &tokens, i, s->count == 0);
    s->count++;
  }
  return ISNAD_OK;
}

/* A name is met by every spelling of its bearers. */
static isnad_status add_clause(excerpt_words *w, const expression *e, uint32_t at) {
  const search_bearers *b = e->bearers[at];
  isnad_status status = add_words(w, e, at, e->query->clauses[at].words);
  for (size_t i = 0; status == ISNAD_OK && b != NULL && i < b->spelling_count; i++) status = add_words(w, e, at, b->spellings[i]);
  return status;
}

static isnad_status add_taken(excerpt_words *w, const expression *e, const search_taken *taken) {
  sought *s = new_sought(w, e->arena, &e->query->clauses[taken->clause], 0);
  if (s == NULL) return isnad_arena_fail(e->err, e->arena, "search");
  s->words[s->count++] = (sought_word){.stem = isnad_token_hash(taken->word), .form = taken->word};
  return ISNAD_OK;
}

isnad_status excerpt_prepare(excerpt_words **out, const expression *e) {
  excerpt_words *w = isnad_arena_alloc(e->arena, sizeof *w);
  isnad_status status = ISNAD_OK;
  *out = w;
  if (w == NULL) return isnad_arena_fail(e->err, e->arena, "search");
  for (uint32_t i = 0; status == ISNAD_OK && i < e->query->count; i++)
    if (!e->query->clauses[i].excluded) status = add_clause(w, e, i);
  for (size_t i = 0; status == ISNAD_OK && i < e->taken_count; i++) status = add_taken(w, e, &e->taken[i]);
  return status;
}

/* --- where it stands --- */

/* wa, fa, ba, kaf or lam before the form, or wa before one of those; li + al is ll. */
static bool is_with_proclitics(isnad_slice word, isnad_slice form) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, word);
  for (size_t i = 1; i < count; i++) {
    isnad_slice rest = {word.bytes + cuts[i].bytes, word.length - cuts[i].bytes};
    if (cuts[i].article == ISNAD_CUT_ARTICLE) { /* the article belongs to the form */
      rest = (isnad_slice){rest.bytes - 2 * LETTER_BYTES, rest.length + 2 * LETTER_BYTES};
    } else if (cuts[i].article == ISNAD_CUT_ARTICLE_LOST && form.length == rest.length + 2 * LETTER_BYTES && form.length > 2 * LETTER_BYTES &&
               article_at(form, 0)) {
      form = (isnad_slice){form.bytes + 2 * LETTER_BYTES, form.length - 2 * LETTER_BYTES};
    }
    if (isnad_slice_equal(rest, form)) return true;
  }
  return false;
}

static bool meets(const text_word *word, const sought_word *wanted) {
  if (wanted->stem != 0) return word->stem == wanted->stem;
  if (wanted->prefix) return isnad_slice_starts(word->form, wanted->form);
  return isnad_slice_equal(word->form, wanted->form) || (wanted->first && is_with_proclitics(word->form, wanted->form));
}

static void add_mark(marking *m, mark new) {
  if (m->mark_count == m->mark_room) {
    mark *marks = isnad_arena_grow(m->arena, m->marks, m->mark_room, m->mark_room * 2 + 16, sizeof *marks);
    m->failed = marks == NULL;
    if (m->failed) return;
    m->marks = marks;
    m->mark_room = m->mark_room * 2 + 16;
  }
  m->marks[m->mark_count++] = new;
}

static bool all_meet(const marking *m, size_t at, const sought *s) {
  if (at + s->count > m->count) return false;
  for (size_t i = 0; i < s->count; i++)
    if (!meets(&m->text[at + i], &s->words[i])) return false;
  return s->count > 0;
}

/* The longest thing that begins here. */
static size_t mark_at(marking *m, size_t at) {
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < m->words->count; i++) {
    const sought *s = &m->words->items[i];
    if ((s->title_only && !m->title) || !all_meet(m, at, s)) continue;
    if (best == SIZE_MAX || s->count > m->words->items[best].count) best = i;
  }
  if (best == SIZE_MAX) return 1;
  const sought *s = &m->words->items[best];
  isnad_span span = {m->text[at].span.begin, m->text[at + s->count - 1].span.end};
  add_mark(m, (mark){span, s->weight, (uint32_t)at, (uint32_t)best});
  return s->count;
}

isnad_status excerpt_mark(marking *m, isnad_slice text, const isnad_span *spans, size_t count, isnad_err *err) {
  isnad_tokens tokens;
  isnad_status status = isnad_arabic_tokens_in(&tokens, m->arena, text, spans, count, err);
  if (status != ISNAD_OK) return status;
  m->text = isnad_arena_array(m->arena, tokens.count + 1, sizeof *m->text);
  if (m->text == NULL) return isnad_arena_fail(err, m->arena, "search");
  for (size_t i = 0; i < tokens.count; i++) {
    char room[ISNAD_STEM_ROOM];
    if (!search_is_word(&tokens.items[i])) continue;
    m->text[m->count++] = (text_word){tokens.items[i].span, isnad_token_hash(tokenizer_stem(room, &tokens, i)), isnad_token_form(&tokens, i)};
  }
  for (size_t at = 0; at < m->count && !m->failed;) at += mark_at(m, at);
  return m->failed ? isnad_arena_fail(err, m->arena, "search") : ISNAD_OK;
}
