/* Words and letters of a speaker's phrase that are none of his: "and" before it, li before a medium that hears him, an office behind his name, an
 * adjective behind the name of a body that the tables know. It is asked when all is read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

/* Li by itself, the noun of saying, or "on", "in", "to", which go on what he says: "Al Sheikh | on". */
static bool is_left_open(const quote_scan *q, size_t at) {
  static const isnad_quote_words_role roles[] = {ISNAD_QUOTE_WORDS_ROLE_ON, ISNAD_QUOTE_WORDS_ROLE_IN, ISNAD_QUOTE_WORDS_ROLE_TO};
  if (word_is_letter(speaker_form(q, at), LETTER_LAM)) return true;
  isnad_slice form = speaker_form(q, at); /* "diplomats | the saying" */
  if (form.length == 5 * WORD_LETTER && word_letter_at(form, 2 * WORD_LETTER, LETTER_QAF) && word_ends_in(form, LETTER_WAW, LETTER_LAM)) return true;
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span); /* "Ali" is written like "on" but for its dots */
  bool dotted = word_ends(text, LETTER_YEH) && word_letter_at(text, 0, LETTER_AIN);
  if (dotted || (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0) return false;
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
    const isnad_phrase *hit = quote_word_at(q, at, roles[i]);
    if (hit != NULL && hit->cut == 0 && hit->count == 1) return note_name_at(q->s, at) == NULL;
  }
  return false;
}

/* The token behind the words that are his, [first, end) being the phrase. */
static size_t end_of(const quote_scan *q, size_t first, size_t end) {
  while (end > first + 1 && quote_is_kind(q, end - 1, ISNAD_TOKEN_WORD) && is_left_open(q, end - 1)) end--;
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

/* The proclitic that stands before his first word: "and the government", "according to | the leader". */
static size_t proclitic_of(const quote_scan *q, size_t first) {
  static const isnad_table nouns[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS, ISNAD_TABLE_ORG_HEADS};
  isnad_slice form = speaker_form(q, first), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  bool linked = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_FEH);
  bool joined = linked || word_letter_at(form, 0, LETTER_LAM) || word_letter_at(form, 0, LETTER_BEH);
  if (!joined || note_has_hit(q->unit, first, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, first, ISNAD_TABLE_FAMILY_NAMES)) return 0;
  if (linked && word_begins(rest, LETTER_ALEF, LETTER_LAM) && isnad_arabic_proclitics(form) > 0) return WORD_LETTER;
  size_t cut = 0;
  for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
    const isnad_phrase *noun = note_hit_at(q->unit, first, nouns[i]);
    if (noun != NULL && noun->cut == 0) return 0;
    if (noun != NULL && noun->cut == WORD_LETTER) cut = WORD_LETTER;
  }
  return cut;
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

/* "And Hamas": the name of the tables behind "and" or "fa", to the end of the phrase; or NULL. */
static const isnad_name_note *behind_link(const quote_scan *q, size_t first, isnad_span phrase) {
  isnad_slice form = speaker_form(q, first);
  if (!word_letter_at(form, 0, LETTER_WAW) && !word_letter_at(form, 0, LETTER_FEH)) return NULL;
  const isnad_name_note *name = note_name_at(q->s, first);
  bool inside = name != NULL && name->form == ISNAD_FORM_NAME && name->span.begin > phrase.begin && name->span.end == phrase.end;
  return inside && name->entity.length > 0 && name->entity.bytes[0] != '@' ? name : NULL;
}

static void settle_ends(quote_scan *q, isnad_quote_note *quote) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, quote->speaker.begin + 1), end = isnad_tokens_seek(tokens, quote->speaker.end);
  q->unit = first > 0 ? note_unit_of(q->s, first - 1) : NULL;
  if (q->unit == NULL || end > q->unit->last) return;
  bool listed = quote->entity.length > 0 && quote->entity.bytes[0] != '@';
  const isnad_name_note *body = body_of(q, first - 1, end), *joined = listed ? NULL : behind_link(q, first - 1, quote->speaker);
  size_t cut = listed ? 0 : proclitic_of(q, first - 1), last = listed ? end : end_of(q, first - 1, end);
  if (joined != NULL) body = joined;
  if ((body == NULL && last == end && cut == 0) || !isnad_slice_equal(quote->canonical, note_name_text(q->s, quote->speaker))) return;
  if (last < end) quote->speaker.end = quote_token(q, last - 1)->span.end;
  if (cut > 0) quote->speaker.begin = isnad_token_source(tokens, first - 1, cut);
  if (last < end || cut > 0) quote->canonical = note_name_text(q->s, quote->speaker);
  if (body == NULL || (quote->entity.length > 0 && !isnad_slice_equal(quote->entity, body->entity))) return;
  quote->entity = body->entity;
  quote->canonical = body->canonical;
}

void speaker_settle_ends(quote_scan *q) {
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    bool person = isnad_slice_starts(quote->entity, isnad_slice_of("per."));
    if (quote->canonical.length > 0 && quote->speaker.end > 0 && !person) settle_ends(q, quote);
  }
}
