/* A description that nobody bears in the article is the one person who has spoken so far: "the Korean official", "the woman". */
#include "note/speakers/speaker_bearing.h"

/* Anybody of that id: the last mention before an offset. */
static const isnad_name_note *mention_of(const quote_scan *q, isnad_slice entity, uint32_t before) {
  for (size_t i = note_name_from(q->s, before); i > 0; i--)
    if (q->s->names[i - 1].type == ISNAD_NAME_PERSON && isnad_slice_equal(q->s->names[i - 1].entity, entity)) return &q->s->names[i - 1];
  return NULL;
}

/* The one person who has spoken before an offset, if there is just one and he spoke last. */
static const isnad_name_note *only_speaker(const quote_scan *q, uint32_t before) {
  enum { MOST = 256 }; /* where more is said, more than one speaks */
  const isnad_name_note *found = NULL;
  const isnad_quote_note *last = NULL;
  if (q->s->quote_count > MOST) return NULL;
  for (size_t i = 0; i < q->s->quote_count; i++) {
    const isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->span.begin >= before) continue;
    if (last == NULL || quote->span.begin > last->span.begin) last = quote;
    const isnad_name_note *name = quote->entity.length > 0 ? mention_of(q, quote->entity, before) : NULL;
    if (name == NULL) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL;
    found = name;
  }
  return found != NULL && isnad_slice_equal(found->entity, last->entity) ? found : NULL;
}

/* The noun without its article stood before: "an official", who is nobody else then. */
static bool is_told_before(const quote_scan *q, isnad_slice head, size_t before) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t at = 0; at < before; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (form.length < head.length || form.length > head.length + WORD_LETTER) continue;
    if (isnad_slice_equal((isnad_slice){form.bytes + form.length - head.length, head.length}, head)) return true; /* with a proclitic or none */
    if (isnad_slice_starts(form, head) && word_ends(form, LETTER_ALEF)) return true;
  }
  return false;
}

/* "The Portuguese coach": a trade, and whence he comes. */
static bool is_trade_of_nation(const quote_scan *q, size_t first, size_t last) {
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  bool trade = title != NULL && speaker_is_one(q, first) && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION;
  return trade && last == first + 2 && speaker_nation_at(q, first + 1) != NULL;
}

const isnad_name_note *speaker_same_as_before(quote_scan *q, const note_unit *unit, size_t first, size_t last) {
  q->unit = unit;
  isnad_slice head = speaker_bare_word(q, first);
  bool person = note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY) || is_trade_of_nation(q, first, last);
  if (unit->headline || !person || !quote_is_definite(q, first)) return NULL;
  const isnad_name_note *name = only_speaker(q, quote_token(q, first)->span.begin);
  if (name == NULL || is_told_before(q, head, first)) return NULL;
  bool listed = name->rule.name == NULL && name->rule.table == ISNAD_TABLE_PEOPLE; /* of a trade only he whose country is known */
  if (!note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY) && !listed) return NULL;
  bool she = word_ends(head, LETTER_HEH);
  speaker_gender gender = (speaker_gender)q->gender[name - q->s->names];
  if (she ? gender != GENDER_FEMININE : gender == GENDER_FEMININE) return NULL;
  for (size_t at = first; at < last; at++) {
    q->unit = unit;
    const isnad_phrase *nation = speaker_nation_at(q, at);
    if (nation != NULL && speaker_same_nation(q, name, nation) < 0) return NULL;
  }
  return name;
}
