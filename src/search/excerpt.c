#include "search/excerpt.h"

#include "arabic/forms.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TERMS = 12, MOST_EXCERPTS = 2 };

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

/* The words of one stretch of text, as they are compared. */
typedef struct text_word {
  isnad_span span;
  uint64_t stem;
  isnad_slice form;
} text_word;

typedef struct mark {
  isnad_span span;
  double weight;
  uint32_t word, sought;
} mark;

typedef struct marking {
  isnad_arena *arena; /* scratch */
  const excerpt_words *words;
  text_word *text;
  size_t count;
  mark *marks; /* in the order of the text */
  size_t mark_count, mark_room;
  bool title, failed;
} marking;

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

static isnad_status read_words(marking *m, isnad_slice text, const isnad_span *spans, size_t count, isnad_err *err) {
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

/* --- excerpts --- */

/* Behind a full stop, an exclamation mark or a question mark of either script, and a space. */
static bool begins_sentence(isnad_slice text, uint32_t at) {
  if (at < 2 || text.bytes[at - 1] != ' ') return false;
  char last = text.bytes[at - 2];
  return last == '.' || last == '!' || last == '?' || (at > 2 && text.bytes[at - 3] == '\xD8' && last == '\x9F');
}

static bool is_end(isnad_slice text, uint32_t at) { return at >= text.length || text.bytes[at] == '\n' || text.bytes[at] == '\r'; }

/* To the begin of the sentence or, when that is far, of the word. */
static uint32_t begin_near(const marking *m, isnad_slice text, isnad_span body, size_t word, size_t room) {
  uint32_t at = m->text[word].span.begin, least = at > body.begin + room / 2 ? at - (uint32_t)(room / 2) : body.begin;
  size_t first = word;
  while (first > 0 && m->text[first - 1].span.begin >= least && m->text[first - 1].span.begin >= body.begin) first--;
  uint32_t begin = first == 0 || m->text[first - 1].span.end <= body.begin ? body.begin : m->text[first].span.begin;
  for (uint32_t i = at; i > begin; i--)
    if (is_end(text, i - 1) || begins_sentence(text, i)) return i;
  return begin;
}

static uint32_t end_near(const marking *m, isnad_slice text, isnad_span body, uint32_t begin, size_t last, size_t room) {
  uint32_t most = begin + room < body.end ? begin + (uint32_t)room : body.end, end = m->text[last].span.end;
  size_t word = last;
  while (word + 1 < m->count && m->text[word + 1].span.end <= most) end = m->text[++word].span.end;
  if (word + 1 >= m->count || m->text[word + 1].span.begin >= body.end) end = body.end;
  for (uint32_t i = m->text[last].span.end; i < end; i++)
    if (is_end(text, i)) return i;
  return end;
}

/* What the marks from `first` on are worth together when the excerpt begins shortly before: each thing once, again for less. */
static double worth(const marking *m, size_t first, size_t *last, isnad_span body, size_t room) {
  uint64_t met = 0;
  double sum = 0;
  uint32_t begin = m->marks[first].span.begin;
  *last = first;
  for (size_t i = first; i < m->mark_count && m->marks[i].span.end <= body.end && m->marks[i].span.end < begin + room / 2; i++) {
    uint64_t bit = UINT64_C(1) << (m->marks[i].sought & 63);
    sum += (met & bit) == 0 ? m->marks[i].weight : m->marks[i].weight * 0.1;
    met |= bit;
    *last = i;
  }
  return sum;
}

static isnad_span body_of(const isnad_span *body, size_t count, uint32_t at) {
  for (size_t i = 0; i < count; i++)
    if (body[i].begin <= at && at < body[i].end) return body[i];
  return (isnad_span){at, at};
}

static isnad_search_excerpt excerpt_of(const marking *m, isnad_arena *arena, isnad_slice text, isnad_span span) {
  isnad_search_excerpt e = {.text = isnad_arena_copy(arena, isnad_slice_at(text, span)), .span = span};
  size_t first = 0;
  while (first < m->mark_count && m->marks[first].span.begin < span.begin) first++;
  size_t last = first;
  while (last < m->mark_count && m->marks[last].span.end <= span.end) last++;
  isnad_span *marks = isnad_arena_array(arena, last - first + 1, sizeof *marks);
  for (size_t i = first; marks != NULL && i < last; i++) marks[e.mark_count++] = m->marks[i].span;
  e.marks = marks;
  return e;
}

/* The mark at which the best excerpt begins that does not touch `taken`; SIZE_MAX: none. */
static size_t best_mark(const marking *m, const isnad_span *body, size_t count, isnad_span taken, size_t room, size_t *best_last) {
  size_t best = SIZE_MAX;
  double most = 0;
  for (size_t i = 0; i < m->mark_count; i++) {
    size_t last = i;
    if (taken.end > taken.begin && m->marks[i].span.begin < taken.end + room / 3 && m->marks[i].span.end + room > taken.begin) continue;
    double value = worth(m, i, &last, body_of(body, count, m->marks[i].span.begin), room);
    if (value <= most) continue;
    most = value;
    best = i;
    *best_last = last;
  }
  return best;
}

static isnad_span span_around(const marking *m, isnad_slice text, const isnad_span *body, size_t count, size_t first, size_t last, size_t room) {
  isnad_span in = body_of(body, count, m->marks[first].span.begin);
  isnad_span span = {begin_near(m, text, in, m->marks[first].word, room), 0};
  size_t end_word = m->marks[last].word;
  while (end_word + 1 < m->count && m->text[end_word].span.end < m->marks[last].span.end) end_word++;
  span.end = end_near(m, text, in, span.begin, end_word, room);
  while (span.begin < span.end && ((unsigned char)text.bytes[span.begin] <= ' ')) span.begin++;
  while (span.end > span.begin && ((unsigned char)text.bytes[span.end - 1] <= ' ')) span.end--;
  return span;
}

/* Nothing of it is marked: how the body begins. */
static isnad_span opening_of(const marking *m, isnad_slice text, const isnad_span *body, size_t room) {
  if (m->count == 0) return (isnad_span){0, 0};
  return (isnad_span){body[0].begin, end_near(m, text, body[0], body[0].begin, 0, room)};
}

static isnad_status make_body(isnad_search_hit *hit, isnad_arena *arena, marking *m, isnad_slice text, const isnad_span *body, size_t count,
                              size_t room, isnad_err *err) {
  isnad_search_excerpt *excerpts = isnad_arena_array(arena, MOST_EXCERPTS, sizeof *excerpts);
  isnad_span taken = {0, 0};
  if (excerpts == NULL) return isnad_arena_fail(err, arena, "search");
  hit->excerpts = excerpts;
  while (hit->excerpt_count < MOST_EXCERPTS) {
    size_t last = 0, first = best_mark(m, body, count, taken, room, &last);
    if (first == SIZE_MAX) break;
    isnad_span span = span_around(m, text, body, count, first, last, room);
    excerpts[hit->excerpt_count++] = excerpt_of(m, arena, text, span);
    taken = span;
  }
  if (hit->excerpt_count == 0 && m->count > 0) excerpts[hit->excerpt_count++] = excerpt_of(m, arena, text, opening_of(m, text, body, room));
  return ISNAD_OK;
}

isnad_status excerpt_make(isnad_search_hit *hit, isnad_arena *arena, isnad_arena *scratch, const excerpt_words *words, isnad_slice text,
                          isnad_span headline, const isnad_span *body, size_t body_count, size_t room, isnad_err *err) {
  marking title = {.arena = scratch, .words = words, .title = true}, m = {.arena = scratch, .words = words};
  isnad_status status = ISNAD_OK;
  if (headline.begin < headline.end) {
    status = read_words(&title, text, &headline, 1, err);
    if (status == ISNAD_OK) hit->headline = excerpt_of(&title, arena, text, headline);
  }
  if (status != ISNAD_OK || body_count == 0) return status;
  status = read_words(&m, text, body, body_count, err);
  return status == ISNAD_OK ? make_body(hit, arena, &m, text, body, body_count, room, err) : status;
}
