/* A source and the verb of which it is the subject, for the readers of what cites nobody. */
#ifndef ISNAD_NOTE_SOURCE_SUBJECT_H
#define ISNAD_NOTE_SOURCE_SUBJECT_H

#include "note/quotes/quote.h"
#include "note/sources/citation.h"

typedef struct subject {
  const note_scan *s;
  const note_unit *unit;
  const isnad_source_note *source;
  const isnad_verbs_row *verb;
  size_t verb_first, first, behind; /* tokens: the verb, the source, what follows both */
} subject;

/* --- source_deed.c --- */

/* What the subject does by the verb, or does by saying so, and tells of nothing else. */
bool source_is_deed(const subject *of);
/* "That" follows the verb and its subject within a few words. */
bool source_states_fact(const subject *of);
/* The citation stands in the paragraph that opens the report. */
bool source_opens_report(const subject *of);
/* "Issued | a sentence of prison": a court whose verb the tables of triggers alone know; the report that opens with it rests on the court. */
bool source_is_ruling(const subject *of);
/* "Issued | a permit", "deployed | troops", "offered | a truce": a verb of publishing that the table of verbs does not know, and nothing that is read
 * or seen behind it. */
bool source_issues_nothing(const subject *of);
/* The verb of a citation inside the words of another, which marks hold. */
bool source_is_inside_marks(const subject *of);
/* "Ankara calls for calm": a crosshead or a link between the paragraphs, which tells what an article says. */
bool source_is_crosshead(const note_scan *s, const note_unit *unit, size_t first, size_t verb_first);
/* Behind the days and marks between a verb and its object. */
size_t source_behind_asides(const subject *of);

/* --- source_act.c --- */

/* The verb before the source at the head of its citation, or behind it at the end. */
bool source_find_verb(subject *of);

/* What one feels, wants or judges: praises, condemns, demands, promises. */
bool source_is_attitude(isnad_verbs_force force);
/* What cites nobody whatever its words: by its form, or because it tells a deed. */
bool source_cites_nobody(const note_scan *s, const isnad_source_note *source);
/* The words of a quote vouch for nothing: an attitude, or what a person says of himself. */
bool source_only_speaks(const note_scan *s, const isnad_quote_note *quote);

#endif
