/* Unnamed people by the words with which the article told of them: "the researchers", of "researchers of the university X". It is asked when all is
 * read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

enum { ARTICLE = 2 * WORD_LETTER };

/* People of whom the article tells no name: "the researchers", "the source", "the protesters". */
static bool are_people(const note_unit *unit, size_t at, isnad_slice form) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *title = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
  if (head != NULL)
    return head->count == 1 &&
           (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED);
  if (title != NULL) return title->count == 1 && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P;
  return speaker_is_sound_plural(form) && !note_has_hit(unit, at, ISNAD_TABLE_PLACES);
}

/* Without the ending of a sound plural, which changes with its case. */
static isnad_slice stem_of(isnad_slice noun) {
  return speaker_is_sound_plural(noun) && noun.length > 5 * WORD_LETTER ? (isnad_slice){noun.bytes, noun.length - 2 * WORD_LETTER} : noun;
}

/* The words with which the article told of such people last before a token: "researchers | of the university X", "two sources | in the ministry". */
static isnad_slice told_people(const quote_scan *q, size_t before, isnad_slice head) {
  enum { NEAR = 400 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  isnad_slice stem = stem_of(head);
  for (size_t at = before; at > 0 && at + NEAR > before; at--) {
    isnad_slice form = isnad_token_form(tokens, at - 1);
    if (tokens->items[at - 1].kind != ISNAD_TOKEN_WORD || !isnad_slice_equal(stem_of(form), stem)) continue;
    if (stem_of(form).length == form.length && stem.length < head.length) continue; /* one of them */
    const note_unit *unit = note_unit_of(q->s, at - 1);
    bool some = head.length <= 4 * WORD_LETTER && unit != NULL && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_OF); /* "many | of" */
    if (unit == NULL || unit->headline || some) continue;
    const isnad_phrase *hit = note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS);
    size_t end = hit != NULL && hit->cut == 0 ? cited_phrase_end(q->s, unit, hit, at) : at;
    end = cited_complement_end(q->s, unit, at - 1, end > at ? end : at, unit->last);
    if (end <= at) return (isnad_slice){NULL, 0};
    while (end > at && tokens->items[end - 1].kind != ISNAD_TOKEN_WORD) end--;
    return note_name_text(q->s, (isnad_span){tokens->items[at - 1].span.begin, tokens->items[end - 1].span.end});
  }
  return (isnad_slice){NULL, 0};
}

bool speaker_is_unnamed(const note_unit *unit, size_t at, isnad_slice form) {
  return word_begins(form, LETTER_ALEF, LETTER_LAM) && form.length > ARTICLE + 3 * WORD_LETTER /* not "some" */ && are_people(unit, at, form);
}

isnad_slice speaker_told_people(const quote_scan *q, size_t at, isnad_slice form) {
  return told_people(q, at, (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE});
}
