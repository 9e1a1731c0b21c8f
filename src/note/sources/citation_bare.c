/* Words that say less than a name: everyday words that are also an outlet's name, and a definite noun that stands for an agency named before. */
#include "note/sources/citation.h"

#include <string.h>

/* "«The day»", "(the day)": marked off as a name. */
static bool is_marked(const note_scan *s, const note_unit *unit, size_t at) {
  if (at == unit->first) return false;
  const isnad_token *before = cited_token(s, at - 1);
  return (before->kind == ISNAD_TOKEN_QUOTE && cited_is_quote(s, unit, at + 1)) ||
         (before->kind == ISNAD_TOKEN_PUNCT && isnad_slice_equal(cited_form(s, at - 1), isnad_slice_of("(")));
}

/* "Nikki | Haley", "eight | persons": the word goes on with another plain word, as the name of an outlet does not. */
static bool goes_on_plain(const note_unit *unit, size_t next) {
  static const isnad_table small[] = {ISNAD_TABLE_STOPS,  ISNAD_TABLE_TRIGGERS, ISNAD_TABLE_WEEKDAYS,   ISNAD_TABLE_VERBS,
                                      ISNAD_TABLE_MONTHS, ISNAD_TABLE_PLACES,   ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_QUOTE_WORDS};
  for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
    if (note_has_hit(unit, next, small[i])) return false;
  return true;
}

/* A town, and some words without the ending, take a verb in the feminine as papers do. */
static bool takes_feminine(const note_unit *unit, size_t at) {
  const isnad_phrase *place = note_hit_at(unit, at, ISNAD_TABLE_PLACES);
  return (place != NULL && place->cell != ISNAD_PLACES_CELL_ADJECTIVES) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_FEMININE);
}

/* "Said | al-Wafd", the verb in the feminine: a paper, for the word itself is masculine. Not what is relayed ("relayed | the news"). */
static bool has_papers_verb(const note_scan *s, const note_unit *unit, size_t at) {
  if (takes_feminine(unit, at)) return false; /* "the country passed a law", "Riyadh said" */
  const isnad_phrase *verb = at > unit->first ? note_hit_at(unit, at - 1, ISNAD_TABLE_TRIGGERS) : NULL;
  if (verb == NULL || isnad_triggers_rows[verb->row].form != ISNAD_TRIGGERS_FORM_VERB) return false;
  return isnad_triggers_rows[verb->row].force != ISNAD_TRIGGERS_FORCE_CARRIES && word_ends(cited_form(s, at - 1), LETTER_TEH) &&
         cited_is_masculine(s, at);
}

bool cited_is_everyday(const note_scan *s, const note_unit *unit, const isnad_phrase *outlet) {
  size_t at = outlet->first, next = at + 1;
  if (outlet->count > 1 || isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO || is_marked(s, unit, at)) return false;
  if (note_has_hit(unit, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(unit, at, ISNAD_TABLE_STOPS)) return true;
  if (has_papers_verb(s, unit, at)) return false;
  if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_EVERYDAY) || note_has_hit(unit, at, ISNAD_TABLE_TITLES)) return true;
  const isnad_phrase *place = note_hit_at(unit, at, ISNAD_TABLE_PLACES);
  if (place != NULL && place->cell != ISNAD_PLACES_CELL_ADJECTIVES) return true;
  return cited_is_word(s, unit, next) && !note_is_definite(s, unit, next) && goes_on_plain(unit, next);
}

/* Whether a token is the noun, or the noun behind the article or a proclitic. */
static bool is_noun_form(isnad_slice form, isnad_slice noun) {
  enum { MOST_BEFORE = 3 * WORD_LETTER };
  return form.length >= noun.length && form.length <= noun.length + MOST_BEFORE &&
         memcmp(form.bytes + form.length - noun.length, noun.bytes, noun.length) == 0;
}

/* A mention of the noun with more words: what they name, if anything. */
typedef enum mention { MENTION_NONE, MENTION_MEDIUM, MENTION_BODY } mention;

static mention mention_at(const note_scan *s, const note_unit *unit, size_t at, cited *named) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  if (note_has_hit(unit, at, ISNAD_TABLE_ORGANIZATIONS) && outlet == NULL) return MENTION_BODY;
  if (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FALSE_FRIEND) return MENTION_BODY;
  if (outlet == NULL && (head == NULL || head->count > 1)) return head != NULL ? MENTION_MEDIUM : MENTION_NONE;
  size_t next = at + 1;
  while (next < unit->last && cited_token(s, next)->kind == ISNAD_TOKEN_QUOTE) next++;
  if (!cited_is_word(s, unit, next)) return MENTION_NONE;
  if (cited_read(s, unit, at, true, named) && named->named.id.length > 0) return MENTION_MEDIUM;
  bool name = note_is_definite(s, unit, next) || cited_token(s, next - 1)->kind == ISNAD_TOKEN_QUOTE;
  return name && !note_is_definite(s, unit, at) ? MENTION_BODY : MENTION_NONE;
}

void cited_name_before(const note_scan *s, cited *found, isnad_slice noun) {
  enum { LOOKED_AT = 1200 }; /* tokens */
  size_t looked = 0;
  for (size_t u = s->unit_count; u > 0; u--) {
    const note_unit *unit = &s->units[u - 1];
    size_t at = unit->last < found->first ? unit->last : found->first;
    for (; at > unit->first && looked < LOOKED_AT; at--, looked++) {
      cited named = {0};
      if (cited_token(s, at - 1)->kind != ISNAD_TOKEN_WORD || !is_noun_form(cited_form(s, at - 1), noun)) continue;
      mention what = mention_at(s, unit, at - 1, &named);
      if (what == MENTION_NONE) continue;
      if (what == MENTION_BODY) found->kind = ISNAD_SOURCE_OFFICIAL;
      if (named.named.id.length > 0) {
        found->named.id = named.named.id;
        found->named.name = named.named.name;
      }
      return;
    }
  }
}
