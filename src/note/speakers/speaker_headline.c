/* Whom a headline means that tells an office only: "a Kuwaiti deputy: ...", when the article names one deputy from Kuwait and no other. */
#include "note/speakers/speaker.h"

static isnad_slice bare_form(const isnad_tokens *tokens, size_t at) {
  enum { ARTICLE = 2 * WORD_LETTER };
  isnad_slice form = isnad_token_form(tokens, at);
  return form.length > ARTICLE + WORD_LETTER && word_begins(form, LETTER_ALEF, LETTER_LAM)
             ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE}
             : form;
}

/* All words of the headline's office are words of his, the first of them first; the article is the writer's choice. */
static bool is_told_of(const quote_scan *q, size_t first, size_t last, isnad_span role) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t begin = isnad_tokens_seek(tokens, role.begin), end = isnad_tokens_seek(tokens, role.end);
  if (!isnad_slice_equal(bare_form(tokens, begin), bare_form(tokens, first))) return false;
  for (size_t at = first + 1; at < last; at++) {
    bool found = false;
    for (size_t i = begin + 1; !found && i < end; i++) found = isnad_slice_equal(bare_form(tokens, i), bare_form(tokens, at));
    if (!found) return false;
  }
  return true;
}

void speaker_resolve_headline(const quote_scan *q, size_t first, size_t last, quote_speaker *out) {
  if (!q->unit->headline || (out->kind != SPEAKER_PERSON && out->kind != SPEAKER_ANONYMOUS) || out->entity.length > 0 || last < first + 2 ||
      quote_is_definite(q, first))
    return;
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut > 0 || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return;
  const isnad_name_note *bearer = NULL;
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    bool named = name->form == ISNAD_FORM_NAME; /* or an office whose bearer is known */
    isnad_span office = named ? name->role : name->span;
    if (name->type != ISNAD_NAME_PERSON || name->canonical.length == 0 || office.begin >= office.end) continue;
    if (office.begin < quote_token(q, last - 1)->span.end || !is_told_of(q, first, last, office)) continue;
    if (bearer != NULL && !isnad_slice_equal(bearer->entity, name->entity)) return; /* one of two */
    bearer = name;
  }
  if (bearer == NULL) return;
  isnad_span span = out->span;
  speaker_take_name(q, bearer, out);
  out->span = span;
}
