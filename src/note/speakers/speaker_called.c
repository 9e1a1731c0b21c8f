/* Who a speaker is whose name stands behind his phrase: "the spokesman of the ministry, | Baek Tae-hyun, said", "one of the patients, | called X".
 * The names do not know him, or not that he is meant. It is asked when all is read. */
#include "note/names/names.h"
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

enum { MOST_WORDS = 4 };

/* No word that the tables know as another one. */
static bool may_name(const quote_scan *q, size_t at) {
  static const isnad_table others[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS,   ISNAD_TABLE_ORG_HEADS,  ISNAD_TABLE_STOPS,    ISNAD_TABLE_WEEKDAYS,
                                       ISNAD_TABLE_MONTHS, ISNAD_TABLE_NUMBERS, ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_TRIGGERS, ISNAD_TABLE_VERBS};
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || speaker_form(q, at).length < 2 * WORD_LETTER) return false;
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(q->unit, at, others[i])) return false;
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  if (note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && tie == NULL) return false;
  return (quote_token(q, at)->flags & ISNAD_TOKEN_ARABIC) != 0;
}

/* Listed as a first name, or a word that the language does not know. */
static bool is_name(const quote_scan *q, size_t at) {
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given != NULL && given->cut == 0) return isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO;
  return !quote_is_definite(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) && speaker_is_unheard(q, at);
}

/* The end of two to four words of a name that the names do not know; `at` when none stand there. */
static size_t unknown_end(const quote_scan *q, size_t at) {
  size_t end = at;
  bool named = false;
  while (end < at + MOST_WORDS && may_name(q, end) && (end > at || !quote_is_definite(q, end))) named = is_name(q, end++) || named;
  return named && end >= at + 2 ? end : at;
}

/* A mark, "that", a preposition or "who" behind the name: it is whole. */
static bool is_closed(const quote_scan *q, size_t at) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return true;
  return note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) ||
         note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_begins_with(q, at, LETTER_LAM);
}

static void take(isnad_quote_note *quote, isnad_slice entity, isnad_slice canonical) {
  quote->entity = entity;
  quote->canonical = canonical;
  quote->anonymous = false;
}

/* Whoever is named at a token, by the names or by words that they do not know. */
static bool take_named(const quote_scan *q, size_t at, isnad_quote_note *quote) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  const isnad_name_note *name = note_name_at(q->s, at);
  bool known = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.begin == quote_token(q, at)->span.begin;
  size_t end = unknown_end(q, at);
  bool whole = end > at && is_closed(q, end) && !(known && name->span.end >= quote_token(q, end - 1)->span.end);
  if (known) take(quote, name->entity, name->canonical);
  if (!known && whole) take(quote, (isnad_slice){NULL, 0}, quote->canonical);
  if (whole) quote->canonical = note_name_text(q->s, (isnad_span){quote_token(q, at)->span.begin, quote_token(q, end - 1)->span.end});
  return known || whole;
}

/* A body, a medium or a document: nobody who is called by a man's name. */
static bool is_no_person(const quote_scan *q, size_t first) {
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS);
  if (speaker_is_title(q, first)) return false;
  if (head == NULL) return note_has_hit(q->unit, first, ISNAD_TABLE_ORG_HEADS);
  return isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_ANONYMOUS && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_UNNAMED;
}

/* "One of the patients who took part in it, | and he is called X": within the clauses that tell of him. */
static bool take_called(const quote_scan *q, size_t at, size_t limit, isnad_quote_note *quote) {
  enum { FAR = 12 };
  for (size_t i = at; i < limit && i < at + FAR && !quote_is_mark(q, i, "."); i++) {
    if (!note_has_word(q->unit, i, ISNAD_QUOTE_WORDS_ROLE_CALLED)) continue;
    size_t name = i + 1;
    const isnad_phrase *title = note_hit_at(q->unit, name, ISNAD_TABLE_TITLES);
    if (title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC) name += title->count;
    return take_named(q, name, quote);
  }
  return false;
}

/* "The spokesman of the ministry, | X, said": an office or trade of one, with no other office in its phrase, whose name that may be too. */
static bool take_apposed(const quote_scan *q, size_t first, size_t at, size_t limit, isnad_quote_note *quote) {
  if (!quote_is_comma(q, at) || at + 1 >= limit || !speaker_is_one(q, first) || note_has_word(q->unit, first, ISNAD_QUOTE_WORDS_ROLE_KIN))
    return false;
  for (size_t i = first + 1; i < at; i++) {
    const isnad_phrase *title = note_hit_at(q->unit, i, ISNAD_TABLE_TITLES), *own = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
    bool inner = title != NULL && i >= first + own->count && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
    if (inner || note_has_word(q->unit, i, ISNAD_QUOTE_WORDS_ROLE_KIN)) return false;
  }
  size_t end = unknown_end(q, at + 1);
  if (end == at + 1 || !is_closed(q, end)) return false;
  const isnad_name_note *name = note_name_at(q->s, at + 1);
  if (name != NULL && (name->type != ISNAD_NAME_PERSON || isnad_slice_starts(name->entity, isnad_slice_of("per.")))) return false;
  return take_named(q, at + 1, quote);
}

void speaker_settle_called(quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  const isnad_quote_note *last = NULL;
  isnad_span before = {0, 0};
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0 || quote->speaker.end == 0) continue;
    if (last != NULL && quote->speaker.begin == before.begin && quote->speaker.end == before.end) {
      take(quote, last->entity, last->canonical);
      continue;
    }
    if (!isnad_slice_equal(quote->canonical, note_name_text(q->s, quote->speaker))) continue;
    size_t first = isnad_tokens_seek(tokens, quote->speaker.begin + 1), end = isnad_tokens_seek(tokens, quote->speaker.end);
    q->unit = first > 0 ? note_unit_of(q->s, first - 1) : NULL;
    if (q->unit == NULL || q->unit->headline || end >= q->unit->last) continue;
    size_t limit = speaker_said_from(q, quote->speaker.end);
    if (is_no_person(q, first - 1)) continue;
    if (!take_called(q, end, limit, quote) && !take_apposed(q, first - 1, end, limit, quote)) continue;
    last = quote;
    before = quote->speaker;
  }
}
