/* The surname of a speaker of whom the names know the given name alone: "Jaafar | Azim Zadeh, in a video". It is a word of which no table knows
 * anything else, right behind the given name, where his phrase ends. It is asked when all is read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

enum { MOST_WORDS = 2 };

/* A noun, a verb or a small word that the tables know. */
static bool is_other_word(const note_unit *unit, size_t at) {
  static const isnad_table others[] = {ISNAD_TABLE_TITLES,   ISNAD_TABLE_HEADS,    ISNAD_TABLE_ORG_HEADS,  ISNAD_TABLE_QUOTE_WORDS,
                                       ISNAD_TABLE_STOPS,    ISNAD_TABLE_WEEKDAYS, ISNAD_TABLE_MONTHS,     ISNAD_TABLE_NUMBERS,
                                       ISNAD_TABLE_TRIGGERS, ISNAD_TABLE_VERBS,    ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_OUTLETS};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(unit, at, others[i])) return true;
  return false;
}

/* "Fear | hopes that": a verb of the present, or a word that bears "and", li or a pronoun. */
static bool is_inflected(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at), text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  uint32_t seen = isnad_arabic_frequency(quote_token(q, at)->hash);
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  bool owned = word_ends(text, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  bool joined = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_LAM);
  bool accusative = word_ends(form, LETTER_ALEF) && seen > 0; /* "he spoke | joking" */
  return owned || accusative || (present && seen > 0) || (joined && isnad_arabic_proclitics(form) > 0) || word_ends(text, LETTER_TEH_MARBUTA);
}

static bool may_be_surname(const quote_scan *q, size_t at) {
  enum { EVERYDAY = 20000 };
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || (quote_token(q, at)->flags & ISNAD_TOKEN_ARABIC) == 0) return false;
  const isnad_phrase *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
  bool listed =
      family != NULL && family->cut == 0 && !note_has_hit(q->unit, at, ISNAD_TABLE_VERBS) && !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS);
  if (listed && !word_letter_at(speaker_form(q, at), 0, LETTER_LAM)) return true;
  if (speaker_form(q, at).length < 2 * WORD_LETTER || is_other_word(q->unit, at) || is_inflected(q, at)) return false;
  return isnad_arabic_frequency(quote_token(q, at)->hash) < EVERYDAY;
}

/* Behind the whole name: a comma, a bracket, a colon, "that", a preposition. */
static bool is_closed(const quote_scan *q, size_t at) {
  if (at >= q->unit->last) return false;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return quote_is_kind(q, at, ISNAD_TOKEN_PUNCT);
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || speaker_is_preposition(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE) ||
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

/* The token behind the surname of the given name at a token; that behind the given name when there is none. */
static size_t surname_end(const quote_scan *q, size_t at) {
  size_t end = at + 1;
  while (end < at + 1 + MOST_WORDS && may_be_surname(q, end)) {
    bool definite = quote_is_definite(q, end++);
    if (definite) break; /* "al-Qass" is the last */
  }
  return end > at + 1 && is_closed(q, end) ? end : at + 1;
}

/* The token of a speaker who is told by one given name. */
static size_t given_of(quote_scan *q, const isnad_quote_note *quote) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (quote->speaker.end == 0 || (quote->entity.length > 0 && quote->entity.bytes[0] != '@')) return SIZE_MAX;
  if (!isnad_slice_equal(quote->canonical, isnad_slice_at(q->s->page->text, quote->speaker))) return SIZE_MAX;
  size_t at = isnad_tokens_seek(tokens, quote->speaker.begin);
  const note_unit *unit = at < tokens->count && tokens->items[at].span.end == quote->speaker.end ? note_unit_of(q->s, at) : NULL;
  const isnad_phrase *given = unit != NULL ? note_hit_at(unit, at, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  const isnad_name_note *name = unit != NULL ? note_name_at(q->s, at) : NULL; /* one word that the names believe to be somebody's */
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.end == quote->speaker.end;
  bool named = given != NULL && given->cut == 0 && given->count == 1 && isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_WORD;
  if ((!named && !person) || unit->headline || note_has_hit(unit, at, ISNAD_TABLE_TITLES)) return SIZE_MAX;
  quote_turn_to(q, unit);
  return at;
}

void speaker_settle_surnames(quote_scan *q) {
  enum { MOST = 32 };
  size_t asked = 0;
  isnad_slice given = {NULL, 0}, whole = {NULL, 0}, entity = {NULL, 0};
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    bool again = whole.length > 0 && isnad_slice_equal(quote->canonical, given) && isnad_slice_equal(quote->entity, entity);
    size_t at = again ? SIZE_MAX : given_of(q, quote);
    if (at != SIZE_MAX) {
      size_t end = surname_end(q, at);
      asked++;
      if (end == at + 1) continue;
      given = quote->canonical;
      entity = quote->entity;
      quote->speaker.end = quote_token(q, end - 1)->span.end;
      whole = note_name_text(q->s, quote->speaker);
    }
    if (again || at != SIZE_MAX) quote->canonical = whole;
  }
}
