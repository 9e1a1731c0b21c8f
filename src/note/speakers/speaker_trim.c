/* Words at the end of a speaker's phrase that are none of his: li before a medium that hears him, an office behind his name, an adjective behind the
 * name of a body that the tables know. It is asked when all is read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

/* The token behind the words that are his, [first, end) being the phrase. */
static size_t end_of(const quote_scan *q, size_t first, size_t end) {
  while (end > first + 1 && quote_is_kind(q, end - 1, ISNAD_TOKEN_WORD) && word_is_letter(speaker_form(q, end - 1), LETTER_LAM)) end--;
  const isnad_phrase *given = note_hit_at(q->unit, first, ISNAD_TABLE_GIVEN_NAMES);
  bool named = given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_WORD &&
               !note_has_hit(q->unit, first, ISNAD_TABLE_HEADS) && !speaker_is_title(q, first);
  for (size_t at = first + 2; named && at < end && at < first + 4; at++) {
    const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
    const isnad_phrase *tie = note_hit_at(q->unit, at - 1, ISNAD_TABLE_NAME_PARTS);
    bool office = tie == NULL && title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE;
    if (office) return at; /* "Muharrem Ince | candidate of the party" */
  }
  return end;
}

/* The body of the tables with whose name the phrase begins, when only adjectives follow it. */
static const isnad_name_note *body_of(const quote_scan *q, size_t first, size_t end) {
  const isnad_name_note *name = note_name_at(q->s, first);
  bool known = name != NULL && name->type == ISNAD_NAME_ORGANIZATION && name->form == ISNAD_FORM_NAME && name->entity.length > 0 &&
               name->entity.bytes[0] != '@' && name->span.begin == quote_token(q, first)->span.begin;
  size_t at = known ? speaker_token_behind(q, first, name->span) : end;
  if (at >= end) return NULL;
  for (; at < end; at++)
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !quote_is_definite(q, at) || !speaker_is_adjective(q, at) || speaker_nation_at(q, at) != NULL)
      return NULL; /* "the party of labour, the Russian one" is another */
  return name;
}

void speaker_settle_ends(quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->canonical.length == 0 || quote->speaker.end == 0 || isnad_slice_starts(quote->entity, isnad_slice_of("per."))) continue;
    size_t first = isnad_tokens_seek(tokens, quote->speaker.begin + 1), end = isnad_tokens_seek(tokens, quote->speaker.end);
    q->unit = first > 0 && end > first ? note_unit_of(q->s, first - 1) : NULL; /* one word has no end to lose */
    if (q->unit == NULL || end > q->unit->last) continue;
    bool listed = quote->entity.length > 0 && quote->entity.bytes[0] != '@';
    const isnad_name_note *body = body_of(q, first - 1, end);
    size_t last = listed ? end : end_of(q, first - 1, end);
    if ((body == NULL && last == end) || !isnad_slice_equal(quote->canonical, note_name_text(q->s, quote->speaker))) continue;
    if (last < end) quote->speaker.end = quote_token(q, last - 1)->span.end;
    if (last < end) quote->canonical = note_name_text(q->s, quote->speaker);
    if (body == NULL || (quote->entity.length > 0 && !isnad_slice_equal(quote->entity, body->entity))) continue;
    quote->entity = body->entity;
    quote->canonical = body->canonical;
  }
}
