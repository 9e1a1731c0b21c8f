/* The number of a model that goes on the name of a thing ("Gemini | 3", "Boeing 787|-9"), and makes one of a word that is glued to it ("Qahir-2"). */
#include "note/names/names.h"
#include "note/word.h"

enum { LONGEST = 4, LETTER = 2 };

static bool is_number(const name_finder *f, const note_unit *u, size_t at) {
  return at < u->last && f->tokens[at].kind == ISNAD_TOKEN_NUMBER && f->tokens[at].length <= LONGEST;
}

/* A hyphen with nothing around it, and a number. */
static bool is_glued_number(const name_finder *f, const note_unit *u, size_t at) {
  return at + 1 < u->last && isnad_slice_equal(name_form(f, at), isnad_slice_of("-")) && (f->tokens[at].flags & ISNAD_TOKEN_GLUED) != 0 &&
         (f->tokens[at + 1].flags & ISNAD_TOKEN_GLUED) != 0 && is_number(f, u, at + 1);
}

/* What is counted may stand behind a number: only where nothing can be is it the model's. */
static bool counts_nothing(const name_finder *f, const note_unit *u, size_t at) {
  size_t next = at + 1;
  if (note_time_over(f->s, f->tokens[at].span) != NULL) return false;
  if (!name_word_at(f, u, next)) return next >= u->last || f->tokens[next].kind == ISNAD_TOKEN_PUNCT || f->tokens[next].kind == ISNAD_TOKEN_QUOTE;
  return name_is_wall(f, u, next) || name_is_definite(f, next);
}

void name_with_version(found_name *name, const name_finder *f, const note_unit *u) {
  if (name->type != ISNAD_NAME_PRODUCT || name->form != ISNAD_FORM_NAME) return;
  size_t end = name->last;
  if (f->tokens[end - 1].kind == ISNAD_TOKEN_QUOTE) return;
  if (is_glued_number(f, u, end))
    end += 2;
  else if (f->tokens[end - 1].kind == ISNAD_TOKEN_WORD && is_number(f, u, end) && (f->tokens[end].flags & ISNAD_TOKEN_GLUED) == 0 &&
           counts_nothing(f, u, end))
    end++;
  if (end == name->last) return;
  name->last = (uint32_t)end;
  name->span.end = f->tokens[end - 1].span.end;
}

bool name_is_model(const name_finder *f, const note_unit *u, size_t at) {
  enum {
    WORD = 2,
    NO_NAME = 1u << ISNAD_TABLE_STOPS | 1u << ISNAD_TABLE_NUMBERS | 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_UNITS |
              1u << ISNAD_TABLE_CURRENCIES | 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_WEEKDAYS
  };
  if (at < u->first + WORD || !is_glued_number(f, u, at - 1)) return false;
  size_t word = at - WORD;
  return name_word_at(f, u, word) && (f->tokens[word].flags & ISNAD_TOKEN_ARABIC) != 0 && f->tokens[word].length >= 3 * LETTER &&
         !name_has_table(u, word, NO_NAME) && name_state(f, u, word) == NAME_FREE;
}

size_t name_model(name_finder *f, const note_unit *u, size_t at) {
  size_t word = at - 2;
  isnad_slice form = name_form(f, word);
  size_t cut = word_letter_at(form, 0, LETTER_WAW) && form.length > 3 * LETTER ? LETTER : 0;
  found_name name = {
      .first = (uint32_t)word, .last = (uint32_t)at + 1, .type = ISNAD_NAME_PRODUCT, .cut = (uint8_t)cut, .words = 2, .entity = NO_ENTITY};
  name.span = (isnad_span){cut > 0 ? isnad_token_source(&f->s->page->tokens, word, cut) : f->tokens[word].span.begin, f->tokens[at].span.end};
  name.rule = (isnad_rule){"model", ISNAD_TABLE_OUTLETS, 0};
  name_add(f, u, &name);
  return at + 1;
}
