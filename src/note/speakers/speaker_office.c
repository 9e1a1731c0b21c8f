/* Whom an office means that stands without a name: the one whose office begins there though the words go on before his name ("the head of the court
 * in London, the judge So-and-so"); the only one whom the article names with all words of it ("the director of the fund", in a headline "a Kuwaiti
 * deputy"). */
#include "note/speakers/speaker.h"

#include <string.h>

enum { ARTICLE = 2 * WORD_LETTER };

static isnad_slice cut_at(isnad_slice form, size_t bytes) { return (isnad_slice){form.bytes + bytes, form.length - bytes}; }

static isnad_slice bare_form(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  return form.length > ARTICLE + WORD_LETTER && word_begins(form, LETTER_ALEF, LETTER_LAM) ? cut_at(form, ARTICLE) : form;
}

/* With the article or without, "of" written on it or not. */
static bool is_same_word(isnad_slice told, isnad_slice word) {
  if (isnad_slice_equal(told, word)) return true;
  if (told.length == word.length + WORD_LETTER && word_letter_at(told, 0, LETTER_LAM)) return isnad_slice_equal(cut_at(told, WORD_LETTER), word);
  return told.length == word.length + ARTICLE && word_begins(told, LETTER_LAM, LETTER_LAM) && isnad_slice_equal(cut_at(told, ARTICLE), word);
}

/* All words of the phrase are words of his office, the first of them first. */
static bool is_told_of(const quote_scan *q, size_t first, size_t last, isnad_span role) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t begin = isnad_tokens_seek(tokens, role.begin), end = isnad_tokens_seek(tokens, role.end);
  if (!isnad_slice_equal(bare_form(tokens, begin), bare_form(tokens, first))) return false;
  for (size_t at = first + 1; at < last; at++) {
    bool found = tokens->items[at].kind != ISNAD_TOKEN_WORD;
    for (size_t i = begin + 1; !found && i < end; i++) found = is_same_word(bare_form(tokens, i), bare_form(tokens, at));
    if (!found) return false;
  }
  return true;
}

/* In a headline any title with a word more; elsewhere a definite one that tells of what it is. "A spokesman for X" is one of several. */
static bool tells_office(const quote_scan *q, size_t first, size_t last) {
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut > 0 || last < first + 2) return false;
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  if (row->number != ISNAD_TITLES_NUMBER_S || row->kind == ISNAD_TITLES_KIND_MODIFIER) return false;
  if (q->unit->headline) return true;
  bool definite = quote_is_definite(q, first), one_of_many = row->office != NULL && strcmp(row->office, "spokesman") == 0 && !definite;
  if (one_of_many || last <= first + title->count) return false;
  return definite || quote_is_definite(q, last - 1) || speaker_name(q, last - 1) != NULL;
}

/* The name behind the phrase, whose office begins where the phrase does. */
static const isnad_name_note *bearer_here(const quote_scan *q, isnad_span phrase) {
  for (size_t i = note_name_from(q->s, phrase.begin); i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->span.begin >= quote_token(q, q->unit->last - 1)->span.end) return NULL;
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0) continue;
    if (name->role.begin == name->role.end || name->role.begin != phrase.begin || name->span.begin < phrase.end) continue;
    return speaker_is_withheld(q, isnad_tokens_seek(&q->s->page->tokens, name->span.end)) ? NULL : name;
  }
  return NULL;
}

static const isnad_name_note *bearer_elsewhere(const quote_scan *q, size_t first, size_t last) {
  const isnad_name_note *bearer = NULL;
  isnad_span phrase = {quote_token(q, first)->span.begin, quote_token(q, last - 1)->span.end};
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    bool named = name->form == ISNAD_FORM_NAME; /* or an office whose bearer is known */
    isnad_span office = named ? name->role : name->span;
    if (name->type != ISNAD_NAME_PERSON || name->canonical.length == 0 || office.begin >= office.end) continue;
    if ((office.begin < phrase.end && phrase.begin < office.end) || !is_told_of(q, first, last, office)) continue;
    if (bearer != NULL && !isnad_slice_equal(bearer->entity, name->entity)) return NULL; /* one of two */
    bearer = name;
  }
  return bearer;
}

void speaker_resolve_office(const quote_scan *q, size_t first, size_t limit, quote_speaker *out, size_t *end) {
  bool other = out->kind == SPEAKER_PLACE || out->kind == SPEAKER_MEDIUM || out->kind == SPEAKER_DOCUMENT;
  if (other || out->entity.length > 0 || out->several || out->span.begin != quote_token(q, first)->span.begin || !speaker_is_title(q, first)) return;
  const isnad_name_note *bearer = bearer_here(q, out->span);
  size_t behind = bearer == NULL ? *end : speaker_token_behind(q, first, bearer->span);
  if (bearer != NULL && behind <= limit) {
    speaker_take_name(q, bearer, out);
    if (behind > *end) *end = behind;
    return;
  }
  size_t last = speaker_token_behind(q, first, out->span);
  bool unnamed = out->kind == SPEAKER_ANONYMOUS && (!q->unit->headline || quote_is_definite(q, first)); /* he is left so on purpose */
  if (bearer != NULL || unnamed || !tells_office(q, first, last)) return;
  bearer = bearer_elsewhere(q, first, last);
  if (bearer == NULL) return;
  isnad_span span = out->span;
  speaker_take_name(q, bearer, out);
  out->span = span;
}
