/* What the readers of a source's identity share: the words of a source as a noun, and the document whose owner is looked for. */
#ifndef ISNAD_NOTE_SOURCE_NOUN_H
#define ISNAD_NOTE_SOURCE_NOUN_H

#include "note/quotes/quote.h"
#include "note/sources/citation.h"

enum { ARTICLE = 2 * WORD_LETTER };

static inline size_t source_token(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

/* A word as a noun by itself: without li and the article. */
static inline isnad_slice source_bare(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  bool article = word_begins(form, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
  return article && form.length > ARTICLE + WORD_LETTER ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

/* The noun at an offset of the text, which may lie behind a proclitic ("according to a | report"). */
static inline isnad_slice source_noun(const note_scan *s, uint32_t offset) {
  size_t at = source_token(s, offset);
  isnad_slice form = cited_form(s, at);
  size_t cut = offset - cited_token(s, at)->span.begin;
  if (cut == WORD_LETTER && form.length > ARTICLE && !word_begins(form, LETTER_LAM, LETTER_LAM))
    return (isnad_slice){form.bytes + cut, form.length - cut};
  return source_bare(s, at);
}

/* --- source_owner.c --- */

/* The body that the noun with the article at token `at` means, as a source or a name before told it. */
bool source_owner_meant(const note_scan *s, const isnad_source_note *source, size_t at, isnad_slice *id, isnad_slice *name);

/* --- source_meant.c --- */

/* Whom a definite word, tokens [first, last), means that no source before bears. */
void source_meant(const note_scan *s, isnad_source_note *source, const note_unit *unit, size_t first, size_t last);

/* "Said | Khandan", behind "Reza Khandan": the word of an outlet is the surname of somebody whom the article named, who then speaks. */
bool source_surname(const note_scan *s, isnad_source_note *source);

/* --- source_paper.c: whose a document is --- */

/* Whose the document is by its own words or the clause that tells who made it. */
bool source_paper_issued(note_scan *s, isnad_source_note *source, const note_unit *unit);
/* Whose it is by the quote that it speaks. */
bool source_paper_spoken(note_scan *s, isnad_source_note *source);
/* Whose it is by who spoke where such a document was put forth before. */
bool source_paper_before(note_scan *s, size_t index, const note_unit *unit);
/* Gives a document that bears the bare name of a person or a body its own: "the statement of X". */
void source_paper_rename(note_scan *s, isnad_source_note *source);

#endif
