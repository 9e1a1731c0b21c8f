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
    if (is_no_person(q, first - 1)) continue;
    if (!take_called(q, end, limit, quote) && !speaker_take_apposed(q, first - 1, end, limit, quote)) continue;
    last = quote;
    before = quote->speaker;
  }
}
