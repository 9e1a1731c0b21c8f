/* The pieces of a page around what was found. */
#include "search/excerpt_marks.h"

enum { MOST_EXCERPTS = 2 };

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
    status = excerpt_mark(&title, text, &headline, 1, err);
    if (status == ISNAD_OK) hit->headline = excerpt_of(&title, arena, text, headline);
  }
  if (status != ISNAD_OK || body_count == 0) return status;
  status = excerpt_mark(&m, text, body, body_count, err);
  return status == ISNAD_OK ? make_body(hit, arena, &m, text, body, body_count, room, err) : status;
}
