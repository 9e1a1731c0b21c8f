/* Who a speaker is whose name stands behind his phrase: "the spokesman of the ministry, | Baek Tae-hyun, said", "one of the patients, | called X".
 * The names do not know him, or not that he is meant. It is asked when all is read. */
#include "note/names/names.h"
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

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
    return speaker_take_named_at(q, name, quote);
  }
  return false;
}

/* "A group | that calls itself "X"": the words in marks behind the pronoun of itself. */
static bool take_self_called(const quote_scan *q, size_t at, size_t limit, isnad_quote_note *quote) {
  enum { NEAR = 5, LONGEST = 6 };
  for (size_t i = at; i + 1 < limit && i < at + NEAR; i++) {
    isnad_slice form = speaker_form(q, i);
    bool itself =
        quote_is_kind(q, i, ISNAD_TOKEN_WORD) && word_begins(form, LETTER_NOON, LETTER_FEH) && word_letter_at(form, 2 * WORD_LETTER, LETTER_SEEN);
    if (!itself || !quote_is_kind(q, i + 1, ISNAD_TOKEN_QUOTE)) continue;
    size_t close = i + 2;
    while (close < limit && close < i + 2 + LONGEST && quote_is_kind(q, close, ISNAD_TOKEN_WORD)) close++;
    if (close == i + 2 || close >= q->unit->last || !quote_is_kind(q, close, ISNAD_TOKEN_QUOTE)) return false;
    quote->canonical = note_name_text(q->s, (isnad_span){quote_token(q, i + 2)->span.begin, quote_token(q, close - 1)->span.end});
    quote->anonymous = false;
    return true;
  }
  return false;
}

void speaker_settle_called(quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  const isnad_quote_note *last = NULL;
  isnad_span before = {0, 0};
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0 || quote->speaker.end == 0) continue;
    if (last != NULL && quote->speaker.begin == before.begin && quote->speaker.end == before.end) {
      speaker_take_note(quote, last->entity, last->canonical);
      continue;
    }
    if (!isnad_slice_equal(quote->canonical, note_name_text(q->s, quote->speaker))) continue;
    size_t first = isnad_tokens_seek(tokens, quote->speaker.begin + 1), end = isnad_tokens_seek(tokens, quote->speaker.end);
    q->unit = first > 0 ? note_unit_of(q->s, first - 1) : NULL;
    if (q->unit == NULL || q->unit->headline || end >= q->unit->last) continue;
    size_t limit = speaker_said_from(q, quote->speaker.end);
    bool self = take_self_called(q, end, limit, quote);
    if (!self && is_no_person(q, first - 1)) continue;
    if (!self && !take_called(q, end, limit, quote) && !speaker_take_apposed(q, first - 1, end, limit, quote)) continue;
    last = quote;
    before = quote->speaker;
  }
}
