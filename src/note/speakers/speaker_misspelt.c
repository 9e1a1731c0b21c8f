/* A surname that the page writes with one letter more, less or another than where it tells the whole name: "al-Malki", of "Turki al-Maliki". It is
 * asked when all is read, of a speaker of one word whom nothing else tells. */
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { LEAST = 5 * WORD_LETTER, ALIKE = 3 * WORD_LETTER };

/* One letter more in the longer, or another in one place; the first letters and the last are the same. */
static bool differs_by_letter(isnad_slice one, isnad_slice other) {
  isnad_slice shorter = one.length <= other.length ? one : other, longer = one.length <= other.length ? other : one;
  if (shorter.length < LEAST || longer.length > shorter.length + WORD_LETTER || memcmp(shorter.bytes, longer.bytes, ALIKE) != 0) return false;
  size_t same = ALIKE;
  while (same + WORD_LETTER <= shorter.length && memcmp(shorter.bytes + same, longer.bytes + same, WORD_LETTER) == 0) same += WORD_LETTER;
  if (same + WORD_LETTER > shorter.length) return false;
  size_t rest = shorter.length == longer.length ? same + WORD_LETTER : same;
  return shorter.length > rest && memcmp(shorter.bytes + rest, longer.bytes + longer.length - (shorter.length - rest), shorter.length - rest) == 0;
}

/* A word that the tables know to mean somebody or something else. */
static bool is_known(const note_unit *unit, size_t at) {
  static const isnad_table tables[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS,   ISNAD_TABLE_ORG_HEADS,   ISNAD_TABLE_PLACES,
                                       ISNAD_TABLE_VERBS,  ISNAD_TABLE_OUTLETS, ISNAD_TABLE_GIVEN_NAMES, ISNAD_TABLE_ORGANIZATIONS};
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    if (note_has_hit(unit, at, tables[i])) return true;
  return false;
}

/* The one person of the article of whose full name the last word is nearly this one; NULL: none, or several. */
static const isnad_name_note *meant(const quote_scan *q, size_t at) {
  enum { MOST = 512 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  isnad_slice word = isnad_token_form(tokens, at);
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < q->s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0 || name->entity.length == 0) continue;
    size_t end = isnad_tokens_seek(tokens, name->span.end);
    bool whole = end > 1 && tokens->items[end - 1].span.begin > name->span.begin; /* a given name stands before it */
    if (!whole || !differs_by_letter(word, isnad_token_form(tokens, end - 1))) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL;
    found = name;
  }
  return found;
}

void speaker_settle_misspelt(quote_scan *q) {
  enum { MOST = 24 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t asked = 0, last = SIZE_MAX;
  const isnad_name_note *name = NULL;
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->anonymous || quote->canonical.length == 0 || (quote->entity.length > 0 && quote->entity.bytes[0] != '@')) continue;
    if (!isnad_slice_equal(isnad_slice_at(q->s->page->text, quote->speaker), quote->canonical)) continue;
    size_t at = isnad_tokens_seek(tokens, quote->speaker.begin);
    const note_unit *unit = at < tokens->count && tokens->items[at].span.end == quote->speaker.end ? note_unit_of(q->s, at) : NULL;
    if (unit == NULL || is_known(unit, at)) continue;
    if (last == SIZE_MAX || tokens->items[last].hash != tokens->items[at].hash) {
      name = meant(q, at);
      last = at;
      asked++;
    }
    if (name == NULL) continue;
    quote->entity = name->entity;
    quote->canonical = name->canonical;
  }
}
