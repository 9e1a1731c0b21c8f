/* The whole name of a speaker of whom the names know one word, by the words beside it elsewhere in the article: "Lalliot", of "Philippe Lalliot, the
 * French ambassador"; "Philippe", of the same. It is asked when all is read. */
#include "note/names/names.h"
#include "note/speakers/speaker_bearing.h"

enum { SELDOM = 600 };

/* No noun, verb or small word that the tables know. */
static bool is_no_other_word(const quote_scan *q, size_t at) {
  static const isnad_table others[] = {ISNAD_TABLE_TITLES,   ISNAD_TABLE_HEADS,      ISNAD_TABLE_ORG_HEADS, ISNAD_TABLE_QUOTE_WORDS,
                                       ISNAD_TABLE_STOPS,    ISNAD_TABLE_WEEKDAYS,   ISNAD_TABLE_MONTHS,    ISNAD_TABLE_NUMBERS,
                                       ISNAD_TABLE_TRIGGERS, ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_VERBS,     ISNAD_TABLE_OUTLETS};
  if (at < q->unit->first || at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at)) return false;
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(q->unit, at, others[i])) return false;
  return (quote_token(q, at)->flags & ISNAD_TOKEN_ARABIC) != 0 && speaker_form(q, at).length >= 2 * WORD_LETTER;
}

/* "Whom she asked", "will choose", "with his shots": a verb or a noun of the language, of which this form was never counted. */
static bool is_inflected(const quote_scan *q, size_t at, bool behind) {
  isnad_slice form = speaker_form(q, at), text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  bool owned = word_ends(text, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) ||
               word_ends_in(form, LETTER_NOON, LETTER_YEH) || word_ends_in(form, LETTER_ALEF, LETTER_TEH);
  bool future = word_letter_at(form, 0, LETTER_SEEN) && isnad_arabic_frequency(isnad_token_hash(rest)) > 0;
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  bool joined = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_LAM) || word_letter_at(form, 0, LETTER_BEH);
  if (owned || future) return true;
  if (name_shape(form) > 0) return joined && isnad_arabic_frequency(isnad_token_hash(rest)) > 0;
  return present || joined || (behind && word_ends(form, LETTER_HEH));
}

/* Shaped as no word of the language is, or never counted: a name. */
static bool is_foreign(const quote_scan *q, size_t at, bool behind) {
  if (note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || is_inflected(q, at, behind)) return false;
  return speaker_is_unheard(q, at) || (name_shape(speaker_form(q, at)) > 0 && isnad_arabic_frequency(quote_token(q, at)->hash) < SELDOM);
}

static bool is_given(const quote_scan *q, size_t at) {
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && given->cut == 0 && given->count == 1 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO;
}

static bool is_family(const quote_scan *q, size_t at) {
  const isnad_phrase *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
  return family != NULL && family->cut == 0 && family->count == 1;
}

/* Behind a whole name: a mark, "that", an office, a preposition, what is told of him with the article. */
static bool is_closed(const quote_scan *q, size_t at, bool definite) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return true;
  return note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) ||
         speaker_is_preposition(q, at) || speaker_is_title(q, at) || note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) ||
         (!definite && quote_is_definite(q, at));
}

/* The name of two words of which the word at a token is one; none where nothing beside it is a name. Only where the article names him for the first
 * time an unknown word is believed to be one. */
static isnad_span whole_at(const quote_scan *q, size_t at, bool first) {
  const isnad_span none = {0, 0};
  bool definite = quote_is_definite(q, at);
  bool before = is_no_other_word(q, at - 1) && (is_given(q, at - 1) || (first && !definite && is_foreign(q, at - 1, false)));
  if (before && (!definite || is_closed(q, at + 1, true))) return (isnad_span){quote_token(q, at - 1)->span.begin, quote_token(q, at)->span.end};
  if (definite || !is_given(q, at) || !is_no_other_word(q, at + 1) || !is_closed(q, at + 2, false)) return none;
  bool name = is_family(q, at + 1) || (first && is_foreign(q, at + 1, true));
  return name ? (isnad_span){quote_token(q, at)->span.begin, quote_token(q, at + 1)->span.end} : none;
}

/* The first place of the article at which the word stands in a name of two. */
static isnad_span whole_name(quote_scan *q, uint64_t word) {
  const isnad_token *tokens = q->s->page->tokens.items;
  bool first = true;
  for (size_t i = 0; i < q->s->unit_count; i++) {
    q->unit = &q->s->units[i];
    for (size_t at = q->unit->first; at < q->unit->last; at++) {
      if (tokens[at].hash != word || tokens[at].kind != ISNAD_TOKEN_WORD || at == 0) continue;
      isnad_span whole = whole_at(q, at, first);
      if (whole.end > 0) return whole;
      first = first && q->unit->headline;
    }
  }
  return (isnad_span){0, 0};
}

/* The token of a speaker of one word, of whom at most this article knows more. */
static size_t word_of(quote_scan *q, const isnad_quote_note *quote) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (quote->anonymous || quote->canonical.length == 0 || (quote->entity.length > 0 && quote->entity.bytes[0] != '@')) return SIZE_MAX;
  size_t at = isnad_tokens_seek(tokens, quote->speaker.begin);
  if (at >= tokens->count || !isnad_slice_equal(isnad_slice_at(q->s->page->text, tokens->items[at].span), quote->canonical)) return SIZE_MAX;
  q->unit = note_unit_of(q->s, at);
  if (q->unit == NULL) return SIZE_MAX;
  if (quote->entity.length == 0) return is_no_other_word(q, at) && (is_given(q, at) || is_family(q, at) || is_foreign(q, at, false)) ? at : SIZE_MAX;
  for (size_t i = note_name_from(q->s, quote->speaker.begin); i < q->s->name_count && q->s->names[i].span.begin < quote->speaker.end; i++)
    if (q->s->names[i].type == ISNAD_NAME_PERSON && q->s->names[i].form == ISNAD_FORM_NAME) return at;
  return SIZE_MAX;
}

void speaker_settle_beside(quote_scan *q) {
  enum { MOST = 24 }; /* words looked for in the whole article */
  size_t asked = 0;
  uint64_t last = 0;
  isnad_span whole = {0, 0};
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    size_t at = word_of(q, quote);
    if (at == SIZE_MAX) continue;
    if (asked == 0 || last != quote_token(q, at)->hash) {
      last = quote_token(q, at)->hash;
      whole = whole_name(q, last);
      asked++;
    }
    if (whole.end > 0) quote->canonical = note_name_text(q->s, whole);
  }
}
